/**
 * grant: given by the school; hold / capture / release: an order reserves, spends, gives back; refund: returned with a line.
 */
export const BELI_ENTRY_KINDS = ['grant', 'hold', 'capture', 'release', 'refund'] as const;
export type BeliEntryKind = (typeof BELI_ENTRY_KINDS)[number];
