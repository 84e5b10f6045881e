import type { CaseNote } from '@/lib/domain/admin/case-command';
import type { Ctx } from '../ctx';
import { endCase } from './end-case';
import { type CaseResult, openCase } from './open-case';

/** Says that a difference needs nothing more, and why. Nothing of ours changes. */
export async function closeCase(ctx: Ctx, { caseId, note }: CaseNote): Promise<CaseResult> {
  const opened = await openCase(ctx, caseId);
  if (!opened.ok) return opened;
  return endCase(opened.value.ctx, { caseId, outcome: 'closed', action: 'case.close', note });
}
