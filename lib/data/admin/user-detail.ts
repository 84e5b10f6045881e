import 'server-only';
import { and, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { holdingsOf } from '@/db/queries/holdings';
import { account, beliAccount, beliEntry, message, order, product, wechatUser } from '@/db/schema';
import { type HoldingState, heldUntil, holdingState } from '@/lib/domain/course-access';
import { type Day, lastDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { auditOf } from './audit';
import { courseNames } from './orders';

/** How many of each kind the page of one user shows. */
const RECENT = 10;

export type UserForAdmin = NonNullable<Awaited<ReturnType<typeof findUser>>>;

/** Everything about one account; null when there is none. */
export async function findUser(accountId: number) {
  const db = await adminDb();
  const [row] = await db
    .select({
      id: account.id,
      username: account.username,
      nickname: account.nickname,
      email: account.email,
      role: account.role,
      isDemo: account.isDemo,
      disabledAt: account.disabledAt,
      createdAt: account.createdAt,
      wechat: { nickname: wechatUser.nickname, boundAt: wechatUser.boundAt },
      balance: sql`coalesce(${beliAccount.balance}, 0)`.mapWith(Number),
      held: sql`coalesce(${beliAccount.held}, 0)`.mapWith(Number),
    })
    .from(account)
    .leftJoin(wechatUser, eq(wechatUser.accountId, account.id))
    .leftJoin(beliAccount, eq(beliAccount.accountId, account.id))
    .where(eq(account.id, accountId));
  if (!row) return null;
  const [orders, paid, enrolments, messages, entries, audit] = await Promise.all([
    readOrders(db, accountId),
    readPaid(db, accountId),
    readEnrolments(db, accountId),
    readMessages(db, accountId),
    readEntries(db, accountId),
    auditOf(db, 'account', accountId),
  ]);
  return { ...row, orders, paid, enrolments, messages, entries, audit };
}

const readOrders = (db: Db, accountId: number) =>
  db
    .select({
      orderNo: order.orderNo,
      status: order.status,
      cashFen: order.cashFen,
      placedAt: order.placedAt,
      courses: courseNames,
    })
    .from(order)
    .innerJoin(account, eq(account.id, order.accountId))
    .where(eq(order.accountId, accountId))
    .orderBy(desc(order.placedAt), desc(order.id))
    .limit(RECENT);

/** All orders it ever paid: how many, and their cash in fen. */
async function readPaid(db: Db, accountId: number) {
  const [paid] = await db
    .select({ orders: count(), cashFen: sql`coalesce(sum(${order.cashFen}), 0)`.mapWith(Number) })
    .from(order)
    .where(and(eq(order.accountId, accountId), isNotNull(order.paidAt)));
  return paid ?? { orders: 0, cashFen: 0 };
}

export interface UserEnrolment {
  readonly productId: number;
  readonly name: string;
  readonly state: HoldingState;
  /** The last day of access; null when nothing is left of it. */
  readonly until: Day | null;
}

async function readEnrolments(db: Db, accountId: number, now = new Date()): Promise<UserEnrolment[]> {
  const holdings = await holdingsOf(db, accountId);
  if (holdings.length === 0) return [];
  const ids = holdings.map((holding) => holding.productId);
  const names = await db.select({ id: product.id, name: product.name }).from(product).where(inArray(product.id, ids));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return holdings.map((holding) => ({
    productId: holding.productId,
    name: nameOf.get(holding.productId) ?? `产品 ${holding.productId}`,
    state: holdingState(holding, now),
    until: holding.grants.length === 0 ? null : lastDay(heldUntil(holding.grants)),
  }));
}

const readMessages = (db: Db, accountId: number) =>
  db
    .select({
      id: message.id,
      title: message.title,
      status: message.status,
      reason: message.reason,
      createdAt: message.createdAt,
    })
    .from(message)
    .where(eq(message.accountId, accountId))
    .orderBy(desc(message.id))
    .limit(RECENT);

const readEntries = (db: Db, accountId: number) =>
  db
    .select({
      id: beliEntry.id,
      kind: beliEntry.kind,
      delta: beliEntry.delta,
      heldDelta: beliEntry.heldDelta,
      balanceAfter: beliEntry.balanceAfter,
      note: beliEntry.note,
      createdAt: beliEntry.createdAt,
    })
    .from(beliEntry)
    .where(eq(beliEntry.accountId, accountId))
    .orderBy(desc(beliEntry.id))
    .limit(RECENT);
