import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CampaignWriteError, campaignWrite, moved } from './campaign-write';
import { enqueueRun } from './enqueue-run';

/** Lets a paused campaign go on: one that had not begun waits for its time again. */
export const resumeCampaign = (ctx: Ctx, campaignId: number): Promise<Result<null, CampaignWriteError>> =>
  campaignWrite(ctx, campaignId, async ({ ctx: { db, now }, lock, move, record }) => {
    const found = await lock(['paused']);
    if (!found) return moved();
    const status = found.startedAt === null ? 'scheduled' : 'running';
    await move(status);
    await enqueueRun(db, campaignId, { runAt: found.scheduledAt > now ? found.scheduledAt : now });
    await record('campaign.resume', { status: 'paused' }, { status });
    return ok(null);
  });
