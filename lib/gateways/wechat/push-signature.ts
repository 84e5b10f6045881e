import { createHash, timingSafeEqual } from 'node:crypto';

/** What WeChat signs a push with: sha1 over the sorted parts, the token among them. Sorted as bytes, as PHP's SORT_STRING does. */
export function signPush(...parts: readonly string[]): string {
  const sorted = parts.map((part) => Buffer.from(part)).sort((a, b) => a.compare(b));
  return createHash('sha1').update(Buffer.concat(sorted)).digest('hex');
}

/** In constant time, whatever is given. */
export function isSignature(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
