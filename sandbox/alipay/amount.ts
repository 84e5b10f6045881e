/** 100 000 000 yuan, the most a trade may be, in fen. */
export const MAX_TRADE_FEN = 10_000_000_000;

const YUAN = /^(0|[1-9]\d{0,11})(?:\.(\d{1,2}))?$/;

/** Decimal yuan ("88.8") to integer fen; null for anything else: signs, exponents, spaces, a third decimal. */
export function parseYuan(text: string): number | null {
  const match = YUAN.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Integer fen to yuan with two decimals, as every answer of the gateway shows them. */
export function formatYuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
