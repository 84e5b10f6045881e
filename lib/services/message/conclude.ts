import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { message } from '@/db/schema';
import type { Ctx } from '../ctx';
import type { Ending } from './decide-outcome';
import { enqueueSend } from './enqueue-send';
import { contentWithoutCode } from './hold-reason';

/**
 * Commits what has become of sendings, in one statement. Each only while it is still this sending: a worker that slept
 * too long finds its message recovered. What is queued again gets its job, a campaign's messages but for their own run.
 */
export async function conclude(ctx: Ctx, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return;
  if (endings.every(({ status }) => status !== 'queued')) return void (await write(ctx.db, ctx.now, endings));
  await ctx.db.transaction(async (tx) => {
    for (const { dueAt, ...one } of await write(tx, ctx.now, endings)) {
      if (one.status === 'queued' && dueAt && one.campaignId === null) await enqueueSend(tx, [one], dueAt);
    }
  });
}

const write = (db: Db, now: Date, endings: readonly Ending[]) =>
  db
    .update(message)
    .set({
      status: sql`ending.status`,
      reason: sql`ending.reason`,
      attempts: sql`ending.attempts_after`,
      msgid: sql`coalesce(ending.msgid, ${message.msgid})`,
      acceptedAt: sql`coalesce(ending.accepted_at, ${message.acceptedAt})`,
      dueAt: sql`coalesce(ending.due_at, ${message.dueAt})`,
      firstSentAt: sql`case when ending.status = 'queued' then ending.first_sent_at else ${message.firstSentAt} end`,
      fellBackAt: sql`coalesce(ending.fell_back_at, ${message.fellBackAt})`,
      // Another message for WeChat, under another id.
      clientMsgId: sql`case when ending.fell_back_at is null then ${message.clientMsgId} else gen_random_uuid()::text end`,
      sentAs: sql`coalesce(ending.sent_as, ${message.sentAs})`,
      templateId: sql`coalesce(ending.template_id, ${message.templateId})`,
      content: sql`case when ending.status = 'queued' then ${message.content} else ${contentWithoutCode} end`,
    })
    .from(sql`json_to_recordset(${JSON.stringify(endings.map((ending) => rowOf(ending, now)))}::json) as ending(
      id bigint, attempts int, attempts_after int, status text, reason text, msgid text, accepted_at timestamptz,
      due_at timestamptz, first_sent_at timestamptz, fell_back_at timestamptz, sent_as text, template_id text)`)
    .where(
      sql`${message.id} = ending.id and ${eq(message.status, 'sending')} and ${message.attempts} = ending.attempts`,
    )
    .returning({ id: message.id, campaignId: message.campaignId, status: message.status, dueAt: message.dueAt });

function rowOf({ message: { id, attempts }, ...ending }: Ending, now: Date) {
  const { status, reason, msgid, dueAt, firstSentAt, fallsBack, isUntried, sentAs, templateId } = ending;
  return {
    id,
    attempts,
    attempts_after: isUntried ? attempts - 1 : attempts,
    status,
    reason,
    msgid: msgid ?? null,
    accepted_at: status === 'accepted' ? now : null,
    due_at: dueAt ?? null,
    first_sent_at: firstSentAt ?? null,
    fell_back_at: fallsBack ? now : null,
    sent_as: isUntried ? null : (sentAs ?? null),
    template_id: templateId ?? null,
  };
}
