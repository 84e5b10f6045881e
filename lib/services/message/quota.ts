import { and, eq, sql } from 'drizzle-orm';
import { wechatQuota } from '@/db/schema';
import { endOfDay, shanghaiDay } from '@/lib/domain/shanghai-day';
import { DAILY_LIMITS, type SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatRefusal } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';

export type QuotaAnswer = { readonly granted: true } | { readonly granted: false; readonly until: Date };

/** The platform's midnight may come a little after ours. */
const MIDNIGHT_MARGIN_MS = 60_000;
const MINUTE_MS = 60_000;

const midnight = (now: Date): Date => new Date(endOfDay(shanghaiDay(now)).getTime() + MIDNIGHT_MARGIN_MS);

/** Counts `sends` of a kind against the quota of the day, all or none; not while the platform wants to be left alone. */
export async function takeQuota(ctx: Ctx, kind: SendKind, sends: number): Promise<QuotaAnswer> {
  const { appId } = ctx.gateways.wechat;
  const day = shanghaiDay(ctx.now);
  // Never back: around midnight a worker that began before it comes after one that began later.
  const today = sql`greatest(${wechatQuota.day}, ${day}::date)`;
  const used = sql`case when ${wechatQuota.day} >= ${day} then ${wechatQuota.used} else 0 end`;
  const [taken] = await ctx.db
    .insert(wechatQuota)
    .values({ appId, kind, day, used: sends })
    .onConflictDoUpdate({
      target: [wechatQuota.appId, wechatQuota.kind],
      set: { day: today, used: sql`${used} + ${sends}` },
      setWhere: sql`coalesce(${wechatQuota.blockedUntil}, '-infinity') <= ${ctx.now.toISOString()}::timestamptz
        and ${used} + ${sends} <= ${DAILY_LIMITS[kind]}`,
    })
    .returning({ used: wechatQuota.used });
  if (taken) return { granted: true };
  const [quota] = await ctx.db
    .select({ blockedUntil: wechatQuota.blockedUntil })
    .from(wechatQuota)
    .where(and(eq(wechatQuota.appId, appId), eq(wechatQuota.kind, kind)));
  const until = quota?.blockedUntil;
  return { granted: false, until: until && until > ctx.now ? until : midnight(ctx.now) };
}

/** What was counted and never left. */
export async function returnQuota(ctx: Ctx, kind: SendKind, sends: number): Promise<void> {
  if (sends === 0) return;
  await ctx.db
    .update(wechatQuota)
    .set({ used: sql`greatest(${wechatQuota.used} - ${sends}, 0)` })
    .where(and(isQuota(ctx, kind), eq(wechatQuota.day, shanghaiDay(ctx.now))));
}

/** Until when the platform wants no more of a kind, after this refusal; null: it does not say so. */
export function pauseAfter({ errcode }: WechatRefusal, now: Date): Date | null {
  if (errcode === 45009) return midnight(now);
  return errcode === 45011 ? new Date(now.getTime() + MINUTE_MS) : null;
}

/** Nothing of the kind is tried before, by anybody. */
export async function blockQuota(ctx: Ctx, kind: SendKind, until: Date): Promise<void> {
  await ctx.db
    .update(wechatQuota)
    .set({ blockedUntil: sql`greatest(${wechatQuota.blockedUntil}, ${until.toISOString()}::timestamptz)` })
    .where(isQuota(ctx, kind));
}

const isQuota = (ctx: Ctx, kind: SendKind) =>
  and(eq(wechatQuota.appId, ctx.gateways.wechat.appId), eq(wechatQuota.kind, kind));
