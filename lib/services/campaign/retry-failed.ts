import { sql } from 'drizzle-orm';
import { mayGoAgain } from '@/db/queries/campaign-messages';
import { message } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CampaignWriteError, campaignWrite, moved } from './campaign-write';
import { enqueueRun } from './enqueue-run';

/**
 * Sends what failed once more, under a new client_msg_id: what WeChat refused, or said it could not deliver. Whatever
 * may have arrived stays as it is. Tells how many go.
 */
export const retryFailed = (ctx: Ctx, campaignId: number): Promise<Result<number, CampaignWriteError>> =>
  campaignWrite(ctx, campaignId, async ({ ctx: { db, now }, lock, move, record }) => {
    const found = await lock(['running', 'finished']);
    if (!found) return moved();
    const again = await db
      .update(message)
      .set({
        status: 'queued',
        clientMsgId: sql`gen_random_uuid()::text`,
        dueAt: now,
        msgid: null,
        reason: null,
        firstSentAt: null,
        acceptedAt: null,
        fellBackAt: null,
        sentAs: null,
        templateId: null,
      })
      .where(mayGoAgain(campaignId));
    if (again.count === 0) return err('INVALID_INPUT', { detail: '没有可以重发的消息' });
    if (found.status === 'finished') await move('running');
    await enqueueRun(db, campaignId, { runAt: now });
    await record('campaign.retry', { status: found.status }, { status: 'running', messages: again.count });
    return ok(again.count);
  });
