import { and, between, lt, sql } from 'drizzle-orm';
import { wechatEvent } from '@/db/schema';
import type { Ctx } from '../ctx';

const KEPT_DAYS = 90;
const MINUTE_MS = 60_000;
/** A link that confirms a ticket lives no longer than the ticket. */
const SECRET_MINUTES = 15;

/** Events are kept for 90 days; what confirms a scanned ticket only as long as WeChat may ask for the answer again. */
export async function forgetOldEvents(ctx: Ctx): Promise<void> {
  const ago = (minutes: number) => new Date(ctx.now.getTime() - minutes * MINUTE_MS);
  await ctx.db.delete(wechatEvent).where(lt(wechatEvent.receivedAt, ago(KEPT_DAYS * 24 * 60)));
  const hasSecret = sql`${wechatEvent.reply} ~ '[?&]k=[A-Za-z0-9]{43}'`;
  // What is older was looked at before.
  const isOver = between(wechatEvent.receivedAt, ago(24 * 60), ago(SECRET_MINUTES));
  await ctx.db
    .update(wechatEvent)
    .set({ reply: sql`regexp_replace(${wechatEvent.reply}, '([?&]k=)[A-Za-z0-9]{43}', '\\1…', 'g')` })
    .where(and(hasSecret, isOver));
}
