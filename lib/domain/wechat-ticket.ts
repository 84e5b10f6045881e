/** bind: this account and that WeChat; login: that WeChat, in this browser. */
export const TICKET_PURPOSES = ['bind', 'login'] as const;
export type TicketPurpose = (typeof TICKET_PURPOSES)[number];

/** waiting: shown as a QR; scanned: WeChat named the person; confirmed: the browser may sign in; then one of the ends. */
export const TICKET_TRANSITIONS = {
  waiting: ['scanned', 'confirmed', 'refused', 'taken', 'replaced'],
  scanned: ['bound', 'confirmed', 'refused', 'taken', 'replaced'],
  confirmed: ['used', 'replaced'],
  bound: [],
  /** The browser that began it has signed in. */
  used: [],
  refused: [],
  /** The WeChat or the account is already bound elsewhere. */
  taken: [],
  /** The student asked for a new QR, or bound with another one. */
  replaced: [],
} as const;
export const TICKET_STATUSES = [
  'waiting',
  'scanned',
  'confirmed',
  'bound',
  'used',
  'refused',
  'taken',
  'replaced',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** A ticket lives this long; the state it travels in is used once. */
export const TICKET_MINUTES = 10;

/** What the page that shows a QR hears of its ticket; `expired` is no state of its own, only the clock. */
export interface TicketNews {
  readonly status: TicketStatus | 'expired';
  /** Who scanned it, as WeChat calls them. */
  readonly nickname: string | null;
}

export const isTicketNews = (value: unknown): value is TicketNews =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  [...TICKET_STATUSES, 'expired'].some((status) => status === value.status) &&
  'nickname' in value &&
  (value.nickname === null || typeof value.nickname === 'string');

interface Told {
  readonly status: TicketStatus;
  readonly isExpired: boolean;
  readonly wechatUserId: number | null;
  readonly nickname: string | null;
}

/**
 * A ticket whose time is over has only then expired when it had not come to an end before. One whose person WeChat is
 * asking for their name waits on, but for them alone: its QR is used.
 */
export function newsOf({ status, isExpired, wechatUserId, nickname }: Told): TicketNews {
  if (isExpired && TICKET_TRANSITIONS[status].length > 0) return { status: 'expired', nickname };
  return { status: status === 'waiting' && wechatUserId !== null ? 'scanned' : status, nickname };
}

/** Why a phone that scanned cannot go on; each has a page of its own. */
export const SCAN_PROBLEMS = [
  'refused',
  'expired',
  'used',
  'forged',
  'taken',
  'disabled',
  'snapshot',
  'unavailable',
] as const;
export type ScanProblem = (typeof SCAN_PROBLEMS)[number];

/** `l****y`: enough for the owner to recognise the account, too little for anyone else. */
export function maskName(name: string): string {
  const letters = [...name];
  const last = letters.length > 2 ? letters.at(-1) : '';
  return letters.length <= 1 ? '*' : `${letters[0]}${'*'.repeat(Math.min(letters.length - 1, 4))}${last}`;
}
