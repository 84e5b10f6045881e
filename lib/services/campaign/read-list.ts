import { eq, inArray, sql } from 'drizzle-orm';
import { isMeant } from '@/db/queries/audience';
import { account, wechatUser } from '@/db/schema';
import { CAMPAIGN_LIMITS } from '@/lib/domain/admin/campaign-form';
import { type GrantProblem, readGrantList } from '@/lib/domain/admin/grant-list';
import { err, ok, type Result } from '@/lib/errors';
import { findAccounts } from '../admin-coupon/find-accounts';
import type { Ctx } from '../ctx';

export interface ReadList {
  /** Bound, not disabled, and wanting to hear of news; by ascending id. */
  readonly accountIds: readonly number[];
  /** Lines that name nobody we know. */
  readonly problems: readonly GrantProblem[];
  /** Known, but without a WeChat. */
  readonly unbound: number;
  /** Bound, but disabled, or they muted news. */
  readonly unreachable: number;
}

/** Whom a pasted list means, and who of them can get a message. */
export async function readList(ctx: Ctx, text: string): Promise<Result<ReadList, 'INVALID_INPUT'>> {
  const lines = readGrantList(text);
  const { listLines } = CAMPAIGN_LIMITS;
  if (lines.length === 0) return err('INVALID_INPUT', { field: 'list', detail: '名单是空的' });
  if (lines.length > listLines) {
    const detail = `名单有 ${lines.length} 行，一次最多 ${listLines} 行，请分几次发送`;
    return err('INVALID_INPUT', { field: 'list', detail });
  }
  const { accountIds, problems } = await findAccounts(ctx, lines);
  if (accountIds.length === 0) return ok({ accountIds: [], problems, unbound: 0, unreachable: 0 });
  const bound = await ctx.db
    .select({
      id: account.id,
      isMeant: sql<boolean>`${isMeant(ctx.db, { kind: 'listed', accountIds }, ctx.now)}`,
    })
    .from(account)
    .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
    .where(inArray(account.id, [...accountIds]))
    .orderBy(account.id);
  const meant = bound.flatMap((one) => (one.isMeant ? [one.id] : []));
  return ok({
    accountIds: meant,
    problems,
    unbound: accountIds.length - bound.length,
    unreachable: bound.length - meant.length,
  });
}
