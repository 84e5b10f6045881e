import { asc, eq, sql } from 'drizzle-orm';
import { campaign, message } from '@/db/schema';
import type { TxCtx } from '../ctx';
import { enqueueSend } from '../message/enqueue-send';

/**
 * One message and one job for each account, set by set; the caller has locked the accounts and seen that they are bound.
 * A job of its own lets each message be retried, cancelled and recovered like any other, and 10 000 of them take about
 * a second; they all stand behind what the shop tells a single student.
 */
export async function insertRecipients(ctx: TxCtx, campaignId: number, accountIds: readonly number[]): Promise<void> {
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    insert into ${message} (account_id, cause, campaign_id, kind, title, content, status, client_msg_id, due_at, created_at)
    select recipient.id, 'campaign:' || ${campaign.id}, ${campaign.id}, ${campaign.content} ->> 'kind', ${campaign.title},
      ${campaign.content}, 'queued', gen_random_uuid(), ${at}, ${at}
    from ${campaign}, json_array_elements_text(${JSON.stringify(accountIds)}::json) as element,
      lateral (select element::bigint as id) as recipient
    where ${campaign.id} = ${campaignId}
    order by recipient.id`);
  const messages = await ctx.db
    .select({ id: message.id, campaignId: message.campaignId })
    .from(message)
    .where(eq(message.campaignId, campaignId))
    .orderBy(asc(message.id));
  await enqueueSend(ctx.db, messages, ctx.now);
}
