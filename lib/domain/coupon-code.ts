/** No I, O, 0 and 1: nobody mistakes one letter for another. 32 signs are 5 bits each. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 60 bits: not to be guessed, short enough to be typed. */
const LENGTH = 12;

/** A new code. `pick(n)`: an unpredictable whole number below n. */
export const newCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)] ?? '').join('');
