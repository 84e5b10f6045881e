import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { isMeant } from '@/db/queries/audience';
import { account, campaign, message, wechatUser } from '@/db/schema';
import type { Ctx } from '../ctx';

const AT_A_TIME = 1000;

/**
 * Writes the next thousand messages of a running campaign, by ascending account, with the place it came to in the same
 * transaction: a worker that dies leaves a whole set or none. Nothing of it passes through this process.
 * The accounts are not locked: somebody may unbind before the set is committed, and is found unbound when it is sent.
 * False: nothing was written, because all is, or the campaign was stopped, or another worker is at it.
 */
export async function fillCampaign(ctx: Ctx, campaignId: number): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const isOpen = and(eq(campaign.id, campaignId), eq(campaign.status, 'running'), isNull(campaign.filledAt));
    const [open] = await tx.select().from(campaign).where(isOpen).for('no key update', { skipLocked: true });
    if (!open) return false;
    const at = sql`${ctx.now.toISOString()}::timestamptz`;
    const meant = tx
      .select({ id: account.id })
      .from(account)
      .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
      .where(and(gt(account.id, open.filledUpTo), isMeant(tx, open.audience, ctx.now)))
      .orderBy(asc(account.id))
      .limit(AT_A_TIME);
    await tx.execute(sql`
      with meant as (${meant}), written as (
        insert into ${message} (account_id, cause, campaign_id, topic, kind, title, content, status, client_msg_id, due_at, created_at)
        select meant.id, 'campaign:' || ${campaign.id}, ${campaign.id}, 'news', ${campaign.content} ->> 'kind',
          ${campaign.title}, ${campaign.content}, 'queued', gen_random_uuid(), ${at}, ${at}
        from meant, ${campaign} where ${campaign.id} = ${campaignId} order by meant.id
        on conflict (cause, account_id) do nothing returning 1
      )
      update ${campaign} set
        recipients = recipients + (select count(*)::int from written),
        filled_up_to = coalesce((select max(meant.id) from meant), filled_up_to),
        filled_at = case when (select count(*) from meant) < ${AT_A_TIME} then ${at} end
      where ${campaign.id} = ${campaignId}`);
    return true;
  });
}
