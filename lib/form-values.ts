/** The fields of a form by name, without files and without Next's own. PostgreSQL takes no zero character in a text. */
export function formValues(form: FormData): Record<string, string> {
  const entries: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) entries.push([name, value.replaceAll('\0', '')]);
  }
  return Object.fromEntries(entries);
}
