import { and, eq, inArray } from 'drizzle-orm';
import { campaign } from '@/db/schema';
import type { AuditAction, AuditState } from '@/lib/domain/audit';
import type { CampaignStatus } from '@/lib/domain/campaign-state';
import { err, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';

export type CampaignWriteError = 'FORBIDDEN' | 'CONFLICT' | 'INVALID_INPUT';

interface CampaignWrite {
  readonly ctx: TxCtx;
  /** The campaign, if it is in one of these states. From then on nobody else changes it. */
  readonly lock: (from: readonly CampaignStatus[]) => Promise<typeof campaign.$inferSelect | null>;
  readonly move: (status: CampaignStatus) => Promise<void>;
  readonly record: (action: AuditAction, before: AuditState, after: AuditState) => Promise<void>;
}

/** What every change of a campaign has in common: an administrator, one transaction, an entry in the audit log. */
export async function campaignWrite<T>(
  ctx: Ctx,
  campaignId: number,
  body: (write: CampaignWrite) => Promise<Result<T, CampaignWriteError>>,
): Promise<Result<T, CampaignWriteError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...admin.value, db: tx };
    const isIt = eq(campaign.id, campaignId);
    return body({
      ctx: txCtx,
      lock: async (from) => {
        const [found] = await tx
          .select()
          .from(campaign)
          .where(and(isIt, inArray(campaign.status, [...from])))
          .for('no key update');
        return found ?? null;
      },
      move: async (status) => {
        await tx.update(campaign).set({ status }).where(isIt);
      },
      record: (action, before, after) =>
        writeAudit(txCtx, { action, subjectKind: 'campaign', subjectId: campaignId, before, after }),
    });
  });
}

/** Somebody, or the worker, was faster. */
export const moved = () => err('CONFLICT', { detail: '这次群发的状态刚刚变了，请看过现在的状态再决定' });
