/** What can be told apart on paper and read out: no i, l, o, 0, 1. */
export const INVITE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
export const INVITE_CODE_LENGTH = 8;
const SHAPE = new RegExp(`^[${INVITE_ALPHABET}]{${INVITE_CODE_LENGTH}}$`);

/** A code as someone typed or followed it; null when it can be none. */
export function readInviteCode(typed: string | null | undefined): string | null {
  const code = typed?.trim().toLowerCase() ?? '';
  return SHAPE.test(code) ? code : null;
}

/** What people pass on: it remembers the code for a while and leads to `to`, a path of this site. */
export const invitePath = (code: string, to?: string) =>
  to === undefined ? (`/i/${code}` as const) : (`/i/${code}?to=${encodeURIComponent(to)}` as const);
