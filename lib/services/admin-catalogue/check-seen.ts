import type { AuditState } from '@/lib/domain/audit';
import { CATALOGUE_FIELD_LABELS } from '@/lib/domain/catalogue-audit';
import { err, ok, type Result } from '@/lib/errors';

/**
 * The row a form wants to change, unless somebody else changed it since the form was filled and the two disagree: then
 * it says in what. The page shows the row's new version from then on, so that sending again is a decision.
 */
export function checkSeen<R extends AuditState & { readonly version: string }>(
  row: R | undefined,
  seen: string,
  typed: AuditState,
  fieldLabels: Readonly<Record<string, string>> = CATALOGUE_FIELD_LABELS,
): Result<R, 'NOT_FOUND' | 'CONFLICT'> {
  if (!row) return err('NOT_FOUND', { detail: '它刚刚被删除了' });
  if (row.version === seen) return ok(row);
  const disputed = Object.keys(typed).filter((key) => row[key] !== typed[key]);
  if (disputed.length === 0) return ok(row);
  const labels = disputed.map((key) => fieldLabels[key] ?? key).join('、');
  return err('CONFLICT', {
    detail: `打开页面之后，有人改过这里，现在与你填写的不同的是：${labels}。再次保存会以你填写的为准；想先看最新内容，请刷新页面。`,
  });
}
