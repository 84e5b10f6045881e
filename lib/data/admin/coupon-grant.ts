import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readGrantPlan } from '@/db/queries/grant-plan';
import { account } from '@/db/schema';
import type { GrantSearch, GrantTab } from '@/lib/domain/admin/coupon-search';
import type { GrantProblem } from '@/lib/domain/admin/grant-list';
import { copyDays } from '@/lib/domain/coupon-claim';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface GrantPerson {
  readonly id: number;
  readonly username: string;
  readonly nickname: string;
  /** Copies of the coupon the account has had so far. */
  readonly held: number;
}

/** What a prepared grant would do now, one tab of it in detail; null when there is no such grant of this coupon. */
export async function findGrant(familyId: number, grantId: number, { tab, page }: GrantSearch, now = new Date()) {
  const db = await adminDb();
  const found = await readGrantPlan(db, familyId, grantId);
  if (!found) return null;
  const { grant, family, rule, plan, digest } = found;
  const counts = countTabs(
    plan.map(({ outcome }) => outcome),
    grant.problems.length,
  );
  const shown = plan.flatMap(({ candidate, outcome }) => (outcome === tab ? [candidate] : []));
  return {
    id: grant.id,
    granted: grant.granted,
    doneAt: grant.doneAt,
    listed: grant.accountIds.length,
    counts,
    digest,
    remaining: family.quantity === null ? null : family.quantity - family.claimed,
    /** Why nobody can get one, whoever is on the list. */
    refusal: refusalOf(rule, shanghaiDay(now)),
    days: copyDays(rule, shanghaiDay(now)),
    people: tab === 'problems' ? null : await peoplePage(db, shown, page),
    problems: tab === 'problems' ? problemsPage(grant.problems, page) : null,
  };
}
export type GrantForAdmin = NonNullable<Awaited<ReturnType<typeof findGrant>>>;

const refusalOf = (rule: { stoppedAt: Date | null; validUntil: string | null }, today: string): string | null => {
  if (rule.stoppedAt) return '这张优惠券已经停发，不能再发放。';
  return rule.validUntil !== null && rule.validUntil < today ? '这张优惠券的有效期已过，不能再发放。' : null;
};

function countTabs(outcomes: readonly GrantTab[], problems: number): Readonly<Record<GrantTab, number>> {
  const counts = { granted: 0, limit_reached: 0, sold_out: 0, disabled: 0, problems };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

type Candidate = { readonly accountId: number; readonly held: number };

async function peoplePage(db: Db, all: readonly Candidate[], page: number): Promise<ListPage<GrantPerson>> {
  const some = all.slice(offsetOf(page), offsetOf(page) + PAGE_SIZE);
  const ids = some.map(({ accountId }) => accountId);
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: account.id, username: account.username, nickname: account.nickname })
          .from(account)
          .where(inArray(account.id, ids));
  const named = new Map(rows.map((row) => [row.id, row]));
  return listPage(
    some.flatMap(({ accountId, held }) => {
      const person = named.get(accountId);
      return person ? [{ ...person, held }] : [];
    }),
    all.length,
  );
}

const problemsPage = (all: readonly GrantProblem[], page: number): ListPage<GrantProblem> =>
  listPage(all.slice(offsetOf(page), offsetOf(page) + PAGE_SIZE), all.length);
