/** Something the person who starts the shop can put right. Its message is one line, in Chinese. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What to print of any error. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .trim()
    .split(/\s*\n\s*/)
    .join('; ');
}
