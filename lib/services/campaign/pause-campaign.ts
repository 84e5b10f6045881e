import { statusesBefore } from '@/lib/domain/campaign-state';
import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CampaignWriteError, campaignWrite, moved } from './campaign-write';

/** Stops a campaign until it is resumed. What a worker has in its hands just now still goes: 96 messages at the most. */
export const pauseCampaign = (ctx: Ctx, campaignId: number): Promise<Result<null, CampaignWriteError>> =>
  campaignWrite(ctx, campaignId, async ({ lock, move, record }) => {
    const found = await lock(statusesBefore('paused'));
    if (!found) return moved();
    await move('paused');
    await record('campaign.pause', { status: found.status }, { status: 'paused' });
    return ok(null);
  });
