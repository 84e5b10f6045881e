import 'server-only';
import { and, count, desc, eq, exists, ilike, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, order, wechatUser } from '@/db/schema';
import type { AccountRole } from '@/lib/domain/account';
import type { UserSearch } from '@/lib/domain/admin/user-search';
import { adminDb } from './admin-db';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface UserRow {
  readonly id: number;
  readonly username: string;
  readonly nickname: string;
  readonly role: AccountRole;
  readonly isDisabled: boolean;
  readonly isBound: boolean;
  readonly paidOrders: number;
  /** Cash of its paid orders, in fen. */
  readonly paidFen: number;
  readonly createdAt: Date;
}

/** A page of all accounts, the newest first. */
export async function listUsers(search: UserSearch): Promise<ListPage<UserRow>> {
  const db = await adminDb();
  const where = and(...conditions(db, search));
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: account.id,
        username: account.username,
        nickname: account.nickname,
        role: account.role,
        isDisabled: sql<boolean>`${account.disabledAt} is not null`,
        isBound: sql<boolean>`${wechatUser.id} is not null`,
        paidOrders: paidOf(sql`count(*)`),
        paidFen: paidOf(sql`coalesce(sum(${order.cashFen}), 0)`),
        createdAt: account.createdAt,
      })
      .from(account)
      .leftJoin(wechatUser, eq(wechatUser.accountId, account.id))
      .where(where)
      .orderBy(desc(account.createdAt), desc(account.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ users: count() }).from(account).leftJoin(wechatUser, eq(wechatUser.accountId, account.id)).where(where),
  ]);
  return listPage(rows, total?.users ?? 0);
}

const paidOf = (aggregate: SQL): SQL<number> =>
  sql`(select ${aggregate} from ${order} where ${order.accountId} = ${account.id} and ${order.paidAt} is not null)`.mapWith(
    Number,
  );

function conditions(db: Db, { q, role, bound, paid, disabled }: UserSearch): (SQL | undefined)[] {
  const hasPaid = exists(
    db
      .select({ id: order.id })
      .from(order)
      .where(and(eq(order.accountId, account.id), isNotNull(order.paidAt))),
  );
  return [
    role === null ? undefined : eq(account.role, role),
    yesOrNo(bound, isNotNull(wechatUser.id)),
    yesOrNo(paid, hasPaid),
    disabled === null ? undefined : disabled === 'yes' ? isNotNull(account.disabledAt) : isNull(account.disabledAt),
    q === ''
      ? undefined
      : or(
          ilike(account.username, containing(q)),
          ilike(account.nickname, containing(q)),
          ilike(account.email, containing(q)),
        ),
  ];
}

const yesOrNo = (choice: 'yes' | 'no' | null, condition: SQL): SQL | undefined =>
  choice === null ? undefined : choice === 'yes' ? condition : not(condition);
