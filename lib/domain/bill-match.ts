import type { BillEntryKind, CaseKind } from './reconciliation-kinds';

interface Numbers {
  readonly kind: BillEntryKind;
  readonly outTradeNo: string;
  readonly outRequestNo: string | null;
}

/** What a row is about: the same words for a row of the bill and for our payment or refund. */
export const billSubject = ({ kind, outTradeNo, outRequestNo }: Numbers): string =>
  kind === 'payment' ? `payment:${outTradeNo}` : `refund:${outTradeNo}:${outRequestNo ?? ''}`;

/** Amounts in fen, signed: refunds are negative. */
export interface MatchedPair {
  /** What we have under these numbers. `isDone`: for us the money came, or went back. */
  readonly ours: { readonly amountFen: number; readonly isDone: boolean } | null;
  /** The bill's row; null: the bill has none. */
  readonly theirs: { readonly amountFen: number } | null;
}

/** Whether a row of the bill and what we have agree, and if not, how they differ. */
export function judgePair({ ours, theirs }: MatchedPair): 'matched' | CaseKind {
  if (!theirs) return ours?.isDone ? 'ours_only' : 'matched';
  if (!ours) return 'theirs_only';
  if (ours.amountFen !== theirs.amountFen) return 'amount_differs';
  return ours.isDone ? 'matched' : 'theirs_only';
}

/** The numbers a subject was made of. A row that came twice carries its ordinal behind them. */
export function readSubject(subject: string): Numbers {
  const [kind, outTradeNo = '', outRequestNo = ''] = subject.replace(/#\d+$/, '').split(':');
  if (kind === 'payment') return { kind, outTradeNo, outRequestNo: null };
  return { kind: 'refund', outTradeNo, outRequestNo: outRequestNo === '' ? null : outRequestNo };
}
