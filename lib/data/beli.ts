import 'server-only';
import { count, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { beliAccount, beliEntry, order } from '@/db/schema';
import type { BeliEntryKind } from '@/lib/domain/beli';

const PAGE_SIZE = 20;

/** One line of the statement, in 贝里. */
export interface BeliLine {
  readonly id: number;
  readonly kind: BeliEntryKind;
  /** What changed of the balance, signed. */
  readonly delta: number;
  /** What changed of the held part of it, signed. */
  readonly heldDelta: number;
  readonly balanceAfter: number;
  readonly heldAfter: number;
  /** Why the school gave them. */
  readonly note: string;
  readonly orderNo: string | null;
  readonly createdAt: Date;
}

export interface BeliStatement {
  readonly balance: number;
  readonly held: number;
  readonly lines: readonly BeliLine[];
  readonly pageCount: number;
}

/** A page, from 1, of an account's 贝里, the latest first. */
export async function findBeliStatement(db: Db, accountId: number, page: number): Promise<BeliStatement> {
  const [[ledger], lines, [total]] = await Promise.all([
    db.select().from(beliAccount).where(eq(beliAccount.accountId, accountId)),
    db
      .select({
        id: beliEntry.id,
        kind: beliEntry.kind,
        delta: beliEntry.delta,
        heldDelta: beliEntry.heldDelta,
        balanceAfter: beliEntry.balanceAfter,
        heldAfter: beliEntry.heldAfter,
        note: beliEntry.note,
        orderNo: order.orderNo,
        createdAt: beliEntry.createdAt,
      })
      .from(beliEntry)
      .leftJoin(order, eq(order.id, beliEntry.orderId))
      .where(eq(beliEntry.accountId, accountId))
      .orderBy(desc(beliEntry.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db.select({ entries: count() }).from(beliEntry).where(eq(beliEntry.accountId, accountId)),
  ]);
  return {
    balance: ledger?.balance ?? 0,
    held: ledger?.held ?? 0,
    lines,
    pageCount: Math.ceil((total?.entries ?? 0) / PAGE_SIZE),
  };
}
