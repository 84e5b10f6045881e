import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { wechatEvent } from '@/db/schema';
import type { Push } from '@/lib/domain/wechat/push';
import { keptFields } from '@/lib/domain/wechat/push-fields';
import type { TxCtx } from '../ctx';

/** A push whose signature was checked, and what its time and nonce are signed with. */
export interface ReceivedPush {
  readonly push: Push;
  readonly signature: string;
}

export type RecordedPush =
  | { readonly kind: 'new'; readonly eventId: number }
  /** WeChat asks again; what was answered is answered again. */
  | { readonly kind: 'repeated'; readonly reply: string | null }
  /** Somebody used a signature again for something else. */
  | { readonly kind: 'replayed' };

/**
 * Keeps a push, once. Of several at the same time one goes on; the others wait here until it has been answered, and hear
 * that answer.
 */
export async function recordPush(ctx: TxCtx, { push, signature }: ReceivedPush): Promise<RecordedPush> {
  const { appId } = ctx.gateways.wechat;
  const dedupeKey = identityOf(push);
  const content = keptFields(push.fields);
  const [written] = await ctx.db
    .insert(wechatEvent)
    .values({
      appId,
      dedupeKey,
      signature,
      type: push.type,
      event: push.event,
      content,
      happenedAt: push.happenedAt,
      receivedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: wechatEvent.id });
  if (written) return { kind: 'new', eventId: written.id };

  const ours = eq(wechatEvent.appId, appId);
  // One after the other: each is found by its own key, whatever the planner knows of the table.
  const [same] = await ctx.db
    .select()
    .from(wechatEvent)
    .where(and(ours, eq(wechatEvent.dedupeKey, dedupeKey)));
  const [signed] = await ctx.db
    .select()
    .from(wechatEvent)
    .where(and(ours, eq(wechatEvent.signature, signature)));
  const isOther = signed && (signed.dedupeKey !== dedupeKey || !isSameContent(signed.content, content));
  return isOther ? { kind: 'replayed' } : { kind: 'repeated', reply: same?.reply ?? null };
}

/** Of someone who left nothing is left to compare with, and nothing more can happen. */
const isSameContent = (kept: unknown, content: unknown): boolean => kept === null || isDeepStrictEqual(kept, content);

/** MsgId of a message. An event has none: who and when, and everything that it says happened. */
function identityOf({ openid, msgId, fields }: Push): string {
  const parts = msgId === null ? Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)) : [openid, msgId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
