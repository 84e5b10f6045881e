/** An absolute http(s) address of at most `maxLength` characters. */
export function isWebUrl(text: string, maxLength: number): boolean {
  return text.length <= maxLength && /^https?:\/\//i.test(text) && URL.canParse(text);
}
