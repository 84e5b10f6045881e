import { and, asc, inArray, isNull } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { Ctx, TxCtx } from '../ctx';
import { couponsEnding, ownersOfCouponsEnding } from './coupons-ending';
import { coursesEnding, ownersOfCoursesEnding } from './courses-ending';
import { type NewMessage, putMessages } from './put-message';

const AT_A_TIME = 300;

interface Kind {
  /** Accounts with something to be told, by ascending id, after one. */
  readonly owners: (ctx: Ctx, after: number, limit: number) => Promise<number[]>;
  /** What these accounts, which are locked, are to be told. */
  readonly messages: (ctx: TxCtx, accountIds: readonly number[]) => Promise<NewMessage[]>;
}

const KINDS: readonly Kind[] = [
  { owners: ownersOfCoursesEnding, messages: coursesEnding },
  { owners: ownersOfCouponsEnding, messages: couponsEnding },
];

/** Tells, once each, of courses that end within 7 days and coupons within 3; set by set. Returns how many were told. */
export async function putExpiring(ctx: Ctx): Promise<number> {
  let told = 0;
  for (const { owners, messages } of KINDS) {
    let after = 0;
    for (;;) {
      const accountIds = await owners(ctx, after, AT_A_TIME);
      const last = accountIds.at(-1);
      if (last === undefined) break;
      after = last;
      told += await ctx.db.transaction(async (tx) => {
        const txCtx = { ...ctx, db: tx };
        const isOne = and(inArray(account.id, accountIds), isNull(account.disabledAt));
        const locked = await tx
          .select({ id: account.id })
          .from(account)
          .where(isOne)
          .orderBy(asc(account.id))
          .for('no key update');
        const ids = locked.map(({ id }) => id);
        return ids.length === 0 ? 0 : putMessages(txCtx, await messages(txCtx, ids));
      });
    }
  }
  return told;
}
