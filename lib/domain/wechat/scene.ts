/** What following through a parametric QR is for. */
export const QR_ACTIONS = ['follow', 'invite', 'marketing'] as const;

/** What a scanned scene means: a ticket's one-time token, someone's invitation, a marketing code, or just the account. */
export type Scene =
  | { readonly kind: 'ticket'; readonly token: string }
  | { readonly kind: 'invite'; readonly code: string }
  | { readonly kind: 'marketing'; readonly scene: string }
  | { readonly kind: 'follow' };

const TICKET = /^t_([A-Za-z0-9]{43})$/;
const INVITE = /^i_([a-z0-9]{6,16})$/;
const MARKETING = /^m_[a-z0-9]{6,32}$/;

export const FOLLOW_SCENE = 'follow';
export const ticketScene = (token: string): string => `t_${token}`;
export const inviteScene = (code: string): string => `i_${code}`;
export const marketingScene = (id: string): string => `m_${id}`;

/** Null: not one of ours. */
export function readScene(scene: string): Scene | null {
  if (scene === FOLLOW_SCENE) return { kind: 'follow' };
  const token = TICKET.exec(scene)?.[1];
  if (token) return { kind: 'ticket', token };
  const code = INVITE.exec(scene)?.[1];
  if (code) return { kind: 'invite', code };
  return MARKETING.test(scene) ? { kind: 'marketing', scene } : null;
}
