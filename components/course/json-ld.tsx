/** Structured data for search engines. `<` is escaped: a name with `</script>` in it must stay a name. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  // oxlint-disable-next-line react/no-danger -- text would be escaped as HTML, which a script does not undo
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
