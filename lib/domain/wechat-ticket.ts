export const TICKET_PURPOSES = ['bind'] as const;

/** waiting: shown as a QR; scanned: WeChat named the person; then one of the ends. */
export const TICKET_TRANSITIONS = {
  waiting: ['scanned', 'refused', 'taken', 'replaced'],
  scanned: ['bound', 'refused', 'taken'],
  bound: [],
  refused: [],
  /** The WeChat or the account is already bound elsewhere. */
  taken: [],
  /** The student asked for a newer QR. */
  replaced: [],
} as const;
export const TICKET_STATUSES = ['waiting', 'scanned', 'bound', 'refused', 'taken', 'replaced'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** A ticket lives this long; the state it travels in is used once. */
export const TICKET_MINUTES = 10;

/** `lu**y`: enough for the owner to recognise the account, too little for anyone else. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 4))}${letters.at(-1)}`;
}
