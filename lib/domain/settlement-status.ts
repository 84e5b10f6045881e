/** open: being decided; ordered: became an order; replaced: the student began another one. */
export const SETTLEMENT_STATUSES = ['open', 'ordered', 'replaced'] as const;
