import { sql } from 'drizzle-orm';
import { campaign, message } from '@/db/schema';
import type { Ctx } from '../ctx';
import { enqueueRun } from './enqueue-run';

/** Gives campaigns that have something to do, and no job that would do it, a new one. Returns how many there were. */
export async function recoverCampaigns(ctx: Ctx): Promise<number> {
  const { db, now } = ctx;
  const lost = await db.execute<{ id: number }>(sql`
    select ${campaign.id}::int as id from ${campaign}
    where (${campaign.status} = 'running'
        or (${campaign.status} = 'scheduled' and ${campaign.scheduledAt} <= ${now.toISOString()}::timestamptz)
        or (${campaign.status} = 'cancelled' and exists (
          select from ${message} where ${message.campaignId} = ${campaign.id} and ${message.status} = 'queued')))
      and not exists (
        select from graphile_worker.jobs as job
        where job.key = 'campaign:' || ${campaign.id} || ':run'
          and (job.attempts < job.max_attempts or job.locked_at is not null))
    order by ${campaign.id}`);
  for (const { id } of lost) await enqueueRun(db, id, { runAt: now });
  return lost.length;
}
