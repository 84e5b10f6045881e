/** Alipay's protocol speaks Beijing time, always UTC+8, as `yyyy-MM-dd HH:mm:ss`. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

export function formatBeijing(epochMs: number): string {
  return beijingIso(epochMs).slice(0, 19);
}

/** With milliseconds, as `gmt_refund` has them. */
export function formatBeijingMs(epochMs: number): string {
  return beijingIso(epochMs).slice(0, 23);
}

/** `yyyyMMdd`, the head of trade numbers and notify ids. */
export function beijingDate(epochMs: number): string {
  return beijingIso(epochMs).slice(0, 10).replaceAll('-', '');
}

/** Null unless it is a real date in exactly the protocol's form (no 30 February, no 24:00). */
export function parseBeijing(text: string): number | null {
  if (!PATTERN.test(text)) return null;
  const epochMs = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(epochMs) || formatBeijing(epochMs) !== text ? null : epochMs;
}

/** The next midnight in Beijing: when a trade with `timeout_express=1c` closes. */
export function nextBeijingMidnight(epochMs: number): number {
  return (Math.floor((epochMs + OFFSET_MS) / DAY_MS) + 1) * DAY_MS - OFFSET_MS;
}

function beijingIso(epochMs: number): string {
  return new Date(epochMs + OFFSET_MS).toISOString().replace('T', ' ');
}
