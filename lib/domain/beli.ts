/**
 * grant: given by the school; hold / capture / release: an order reserves, spends, gives back; refund: returned with a line.
 */
export const BELI_ENTRY_KINDS = ['grant', 'hold', 'capture', 'release', 'refund'] as const;
export type BeliEntryKind = (typeof BELI_ENTRY_KINDS)[number];
export const BELI_ENTRY_LABELS = {
  grant: '学校发放',
  hold: '下单冻结',
  capture: '支付使用',
  release: '解冻退回',
  refund: '退款退回',
} as const satisfies Record<BeliEntryKind, string>;

/** `+5`, `-5`, `0`: a change in 贝里. */
export const signedBeli = (amount: number): string => (amount > 0 ? `+${amount}` : String(amount));
