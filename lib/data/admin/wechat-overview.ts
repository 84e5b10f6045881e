import 'server-only';
import { and, count, eq, max, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { message, wechatEvent, wechatQuota, wechatToken, wechatUser } from '@/db/schema';
import { wechatAppId } from '@/lib/context';
import { type WechatCount, type WechatDay, wechatSeries } from '@/lib/domain/admin/wechat-overview';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { DAILY_LIMITS, SEND_KINDS, type SendKind } from '@/lib/domain/wechat/send-kind';
import { adminDb } from './admin-db';
import { byDay, dayOf, failedWithin, within } from './by-day';

export interface QuotaUse {
  readonly kind: SendKind;
  readonly used: number;
  readonly limit: number;
  /** WeChat wants no more of the kind before; null: it does. */
  readonly blockedUntil: Date | null;
}

export interface TokenState {
  readonly kind: 'access' | 'jsapi';
  /** Null: there is none, or none that is still good. */
  readonly expiresAt: Date | null;
  readonly fetches: number;
}

export interface WechatOverview {
  readonly followers: number;
  readonly bound: number;
  /** Null: never. */
  readonly lastPushAt: Date | null;
  readonly quotas: readonly QuotaUse[];
  readonly tokens: readonly TokenState[];
  readonly series: readonly WechatDay[];
}

/** How the official account stands now, and what happened on the last days in Asia/Shanghai, today last. */
export async function getWechatOverview(now = new Date()): Promise<WechatOverview> {
  const db = await adminDb();
  const appId = wechatAppId();
  const [[people], [pushed], quotas, tokens, ...counts] = await Promise.all([
    db
      .select({ followers: count(wechatUser.followedAt), bound: count(wechatUser.boundAt) })
      .from(wechatUser)
      .where(eq(wechatUser.appId, appId)),
    db
      .select({ at: max(wechatEvent.receivedAt) })
      .from(wechatEvent)
      .where(eq(wechatEvent.appId, appId)),
    db.select().from(wechatQuota).where(eq(wechatQuota.appId, appId)),
    db.select().from(wechatToken).where(eq(wechatToken.appId, appId)),
    eventsByDay(db, appId, now),
    bindingsByDay(db, now),
    sentByDay(db, now),
    failedByDay(db, now),
  ]);
  return {
    followers: people?.followers ?? 0,
    bound: people?.bound ?? 0,
    lastPushAt: pushed?.at ?? null,
    quotas: SEND_KINDS.map((kind) =>
      quotaUse(
        kind,
        quotas.find((row) => row.kind === kind),
        now,
      ),
    ),
    tokens: tokens.map(({ kind, expiresAt, fetches }) => ({
      kind,
      fetches,
      expiresAt: expiresAt && expiresAt > now ? expiresAt : null,
    })),
    series: wechatSeries(now, merged(counts.flat())),
  };
}

function quotaUse(kind: SendKind, row: typeof wechatQuota.$inferSelect | undefined, now: Date): QuotaUse {
  const { blockedUntil = null } = row ?? {};
  return {
    kind,
    used: row?.day === shanghaiDay(now) ? row.used : 0,
    limit: DAILY_LIMITS[kind],
    blockedUntil: blockedUntil && blockedUntil > now ? blockedUntil : null,
  };
}

/** What several queries know of one day. */
function merged(counts: readonly WechatCount[]): WechatCount[] {
  const days = new Map<string, WechatCount>();
  for (const one of counts) days.set(one.day, { ...days.get(one.day), ...one });
  return [...days.values()];
}

const ofEvent = (name: string): SQL<number> =>
  sql`count(*) filter (where ${wechatEvent.event} = ${name})`.mapWith(Number);

const eventsByDay = (db: Db, appId: string, now: Date): Promise<WechatCount[]> =>
  db
    .select({
      day: dayOf(wechatEvent.receivedAt),
      followed: ofEvent('subscribe'),
      left: ofEvent('unsubscribe'),
      clicked: sql`count(*) filter (where ${wechatEvent.event} in ('CLICK', 'VIEW'))`.mapWith(Number),
      scanned: ofEvent('SCAN'),
      said: sql`count(*) filter (where ${wechatEvent.event} is null)`.mapWith(Number),
    })
    .from(wechatEvent)
    .where(and(eq(wechatEvent.appId, appId), within(wechatEvent.receivedAt, now)))
    .groupBy(byDay);

const bindingsByDay = (db: Db, now: Date): Promise<WechatCount[]> =>
  db
    .select({ day: dayOf(wechatUser.boundAt), bound: count() })
    .from(wechatUser)
    .where(within(wechatUser.boundAt, now))
    .groupBy(byDay);

const sentByDay = (db: Db, now: Date): Promise<WechatCount[]> =>
  db
    .select({ day: dayOf(message.acceptedAt), sent: count(), delivered: count(message.deliveredAt) })
    .from(message)
    .where(within(message.acceptedAt, now))
    .groupBy(byDay);

const failedByDay = (db: Db, now: Date): Promise<WechatCount[]> =>
  db
    .select({ day: dayOf(message.sendingSince), failed: count() })
    .from(message)
    .where(failedWithin(now))
    .groupBy(byDay);
