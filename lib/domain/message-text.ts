/** Bytes of UTF-8 that a customer-service text may have. Found by trial: the documentation gives no figure. */
const MAX_TEXT_BYTES = 2048;
const ELLIPSIS = '…';

// Control characters but tab and line feed, characters that turn the writing direction, and halves of surrogate pairs:
// JSON could only write them as \u escapes, which the platform refuses.
const UNWANTED = /[^\P{Cc}\t\n]|[\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** The text without what no one should see. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');

/** At most `limit` UTF-16 units, ending in … when something was left out; no character is torn. */
export function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${longestStart(text, limit - ELLIPSIS.length, (part) => part.length)}${ELLIPSIS}`;
}

/** A customer-service text as the platform takes it; empty when nothing is left. */
export function fitText(text: string): string {
  const cleaned = clean(text).trim();
  if (byteLength(cleaned) <= MAX_TEXT_BYTES) return cleaned;
  return `${longestStart(cleaned, MAX_TEXT_BYTES - byteLength(ELLIPSIS), byteLength)}${ELLIPSIS}`;
}

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

function longestStart(text: string, limit: number, sizeOf: (part: string) => number): string {
  let start = '';
  let size = 0;
  for (const character of text) {
    size += sizeOf(character);
    if (size > limit) return start;
    start += character;
  }
  return start;
}
