import { statusesBefore } from '@/lib/domain/campaign-state';
import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CampaignWriteError, campaignWrite, moved } from './campaign-write';
import { enqueueRun } from './enqueue-run';

/** Ends a campaign for good. Nothing more is taken from now on; the worker marks what is left, set by set. */
export const cancelCampaign = (ctx: Ctx, campaignId: number): Promise<Result<null, CampaignWriteError>> =>
  campaignWrite(ctx, campaignId, async ({ ctx: { db, now }, lock, move, record }) => {
    const found = await lock(statusesBefore('cancelled'));
    if (!found) return moved();
    await move('cancelled');
    await enqueueRun(db, campaignId, { runAt: now });
    await record('campaign.cancel', { status: found.status }, { status: 'cancelled' });
    return ok(null);
  });
