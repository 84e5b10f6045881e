import 'server-only';
import { and, count, desc, eq, gte, ilike, like, lt, ne, notInArray, notLike, or, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, wechatEvent, wechatUser } from '@/db/schema';
import {
  NAMED_EVENTS,
  type PushKind,
  pushKindOf,
  type WechatEventSearch,
} from '@/lib/domain/admin/wechat-event-search';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { type PushNews, readNews } from '@/lib/domain/wechat/push';
import { pushFieldsSchema, withoutSecrets } from '@/lib/domain/wechat/push-fields';
import { adminDb } from './admin-db';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface PushedBy {
  readonly wechatUserId: number;
  /** '' while WeChat has not told it, and after they left. */
  readonly nickname: string;
  readonly hasLeft: boolean;
  /** Whom they are bound to now. */
  readonly account: { readonly id: number; readonly name: string } | null;
}

export interface WechatEventRow {
  readonly id: number;
  readonly kind: PushKind;
  /** As WeChat calls it: Event, or MsgType. */
  readonly name: string;
  /** What somebody wrote, scanned, chose or opened, or what became of a message; null: nothing to tell, or they left. */
  readonly about: string | null;
  readonly reply: string | null;
  /** Null: about nobody we know. */
  readonly person: PushedBy | null;
  readonly happenedAt: Date;
  readonly receivedAt: Date;
  /** Null: the worker has not come to it. */
  readonly handledAt: Date | null;
}

export interface WechatEventDetail extends WechatEventRow {
  /** Every field as it came, without the openid; null once the person left. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** A page of what WeChat pushed in the last 90 days, the latest first. */
export async function listWechatEvents(search: WechatEventSearch): Promise<ListPage<WechatEventRow>> {
  const db = await adminDb();
  const where = conditions(search);
  const counted = db
    .select({ events: count() })
    .from(wechatEvent)
    .leftJoin(wechatUser, eq(wechatUser.id, wechatEvent.wechatUserId))
    .leftJoin(account, eq(account.id, wechatUser.accountId))
    .where(where);
  const [rows, [total]] = await Promise.all([
    events(db).where(where).orderBy(desc(wechatEvent.id)).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    counted,
  ]);
  return listPage(rows.map(rowOf), total?.events ?? 0);
}

/** One of them with its fields; undefined when there is none, or no longer. */
export async function findWechatEvent(id: number): Promise<WechatEventDetail | undefined> {
  const db = await adminDb();
  const [row] = await events(db).where(eq(wechatEvent.id, id));
  return row && { ...rowOf(row), content: row.event.content };
}

const events = (db: Db) =>
  db
    .select({
      event: wechatEvent,
      openid: wechatUser.openid,
      nickname: wechatUser.nickname,
      accountId: account.id,
      accountName: account.nickname,
    })
    .from(wechatEvent)
    .leftJoin(wechatUser, eq(wechatUser.id, wechatEvent.wechatUserId))
    .leftJoin(account, eq(account.id, wechatUser.accountId))
    .$dynamic();

type Row = Awaited<ReturnType<typeof events>>[number];

function rowOf({ event, openid, nickname, accountId, accountName }: Row): WechatEventRow {
  const isBound = accountId !== null && accountName !== null;
  return {
    id: event.id,
    kind: pushKindOf(event.type, event.event),
    name: event.event ?? event.type,
    about: aboutOf(event),
    reply: event.reply === null ? null : withoutSecrets(event.reply),
    person:
      event.wechatUserId === null
        ? null
        : {
            wechatUserId: event.wechatUserId,
            nickname: nickname ?? '',
            hasLeft: openid === null,
            account: isBound ? { id: accountId, name: accountName } : null,
          },
    happenedAt: event.happenedAt,
    receivedAt: event.receivedAt,
    handledAt: event.handledAt,
  };
}

function aboutOf({ type, event, content }: Row['event']): string | null {
  const fields = pushFieldsSchema.safeParse(content);
  return fields.success ? told(readNews(type, event, fields.data)) : null;
}

function told(news: PushNews): string | null {
  switch (news.kind) {
    case 'text':
      return news.content;
    case 'subscribe':
    case 'scan':
      return news.scene;
    case 'click':
      return news.key;
    case 'view':
      return news.url;
    case 'delivery':
      return news.status;
    case 'permits':
      return news.items.map(({ templateId, status }) => `${templateId}: ${status}`).join('\n');
    case 'unsubscribe':
    case 'said':
    case 'other':
      return null;
  }
}

function conditions({ q, kind, person, day }: WechatEventSearch): SQL | undefined {
  return and(
    kind === null ? undefined : ofKind(kind),
    person === null ? undefined : eq(wechatEvent.wechatUserId, person),
    day === null
      ? undefined
      : and(gte(wechatEvent.receivedAt, startOfDay(day)), lt(wechatEvent.receivedAt, endOfDay(day))),
    q === ''
      ? undefined
      : or(
          ilike(wechatUser.nickname, containing(q)),
          ilike(account.nickname, containing(q)),
          ilike(account.username, containing(q)),
        ),
  );
}

function ofKind(kind: PushKind): SQL | undefined {
  const isEvent = eq(wechatEvent.type, 'event');
  switch (kind) {
    case 'text':
      return eq(wechatEvent.type, 'text');
    case 'message':
      return and(ne(wechatEvent.type, 'event'), ne(wechatEvent.type, 'text'));
    case 'permits':
      return and(isEvent, like(wechatEvent.event, 'subscribe\\_msg\\_%'));
    case 'other':
      return and(
        isEvent,
        notInArray(wechatEvent.event, [...NAMED_EVENTS]),
        notLike(wechatEvent.event, 'subscribe\\_msg\\_%'),
      );
    default:
      return and(isEvent, eq(wechatEvent.event, kind));
  }
}
