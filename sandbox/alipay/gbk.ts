import { TextDecoder } from 'node:util';

let table: ReadonlyMap<string, number> | undefined;

/** GBK, which Node only reads: the table is made by reading every pair of bytes once. */
export function encodeGbk(text: string): Buffer {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? undefined : (table.get(char) ?? 0x3f);
    if (pair === undefined) bytes.push(code);
    else if (pair < 0x100) bytes.push(pair);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}

function makeTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd') made.set(char, (lead << 8) | trail);
    }
  }
  return made;
}
