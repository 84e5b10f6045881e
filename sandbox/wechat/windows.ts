import type { WindowKind } from './events';

/** How many custom messages (客服消息) the account may still send, and until when (epoch ms). */
export interface ReplyWindow {
  readonly until: number;
  left: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const RULES = {
  text: { lastsMs: 48 * HOUR_MS, messages: 5 },
  follow: { lastsMs: MINUTE_MS, messages: 3 },
  scan: { lastsMs: MINUTE_MS, messages: 3 },
  menu: { lastsMs: MINUTE_MS, messages: 3 },
} as const;

/** Every action of the user starts its kind of window anew. */
export function openWindow(kind: WindowKind, at: number): ReplyWindow {
  const rule = RULES[kind];
  return { until: at + rule.lastsMs, left: rule.messages };
}

/** The window the next message would use: of those open, the one that closes first. */
export function usableWindow(
  windows: ReadonlyMap<WindowKind, ReplyWindow>,
  now: number,
): WindowKind | 'closed' | 'used-up' {
  const open = [...windows].filter(([, window]) => now < window.until);
  if (open.length === 0) return 'closed';
  const usable = open.filter(([, window]) => window.left > 0).toSorted(([, a], [, b]) => a.until - b.until)[0];
  return usable === undefined ? 'used-up' : usable[0];
}
