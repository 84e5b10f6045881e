import { Badge } from '@/components/ui/badge';
import {
  BILL_DAY_STATUS_LABELS,
  type BillDayStatus,
  CASE_KIND_LABELS,
  CASE_OUTCOME_LABELS,
  CASE_STATUS_LABELS,
  type CaseKind,
  type CaseOutcome,
} from '@/lib/domain/reconciliation-kinds';

const KINDS = { ours_only: 'danger', theirs_only: 'gold', amount_differs: 'danger' } as const satisfies Record<
  CaseKind,
  string
>;

export function CaseKindBadge({ kind }: { kind: CaseKind }) {
  return <Badge tone={KINDS[kind]}>{CASE_KIND_LABELS[kind]}</Badge>;
}

/** Open, or how it ended. */
export function CaseStatusBadge({ outcome }: { outcome: CaseOutcome | null }) {
  if (outcome === null) return <Badge tone="danger">{CASE_STATUS_LABELS.open}</Badge>;
  return <Badge tone="success">{CASE_OUTCOME_LABELS[outcome]}</Badge>;
}

const DAYS = { loading: 'info', matched: 'success', missing: 'gold' } as const satisfies Record<BillDayStatus, string>;

export function BillDayBadge({ status, failure }: { status: BillDayStatus; failure: string | null }) {
  if (failure !== null) return <Badge tone="danger">读取失败</Badge>;
  return <Badge tone={DAYS[status]}>{BILL_DAY_STATUS_LABELS[status]}</Badge>;
}
