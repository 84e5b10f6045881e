import { and, eq, exists, gt, ilike, isNull, lte, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { Audience, AudienceFilter } from '@/lib/domain/admin/audience';
import type { Db } from '../client';
import { account, enrolment, enrolmentGrant, mutedTopic, order, sectionProgress, wechatUser } from '../schema';

/** Accounts that an audience means, in a query that joins account and wechat_user: for counting and for sending alike. */
export function isMeant(db: Db, audience: Audience, now: Date): SQL | undefined {
  return and(
    isReachable(db),
    audience.kind === 'matching' ? fits(db, audience.filter, now) : isOneOf(audience.accountIds),
  );
}

/** Every condition of a filter, those who cannot be reached left out. */
export const fitsFilter = (db: Db, filter: AudienceFilter, now: Date): SQL | undefined =>
  isMeant(db, { kind: 'matching', filter }, now);

/** Not disabled, and wants to hear from the school. */
function isReachable(db: Db): SQL | undefined {
  const muted = db
    .select({ topic: mutedTopic.topic })
    .from(mutedTopic)
    .where(and(eq(mutedTopic.accountId, account.id), eq(mutedTopic.topic, 'news')));
  return and(isNull(account.disabledAt), notExists(muted));
}

/** As one parameter: thousands would be too many to plan, and to prepare. */
const isOneOf = (accountIds: readonly number[]): SQL =>
  sql`${account.id} in (select json_array_elements_text(${JSON.stringify(accountIds)}::json)::bigint)`;

function fits(db: Db, { q, role, bought, unpaid, expiring, idle }: AudienceFilter, now: Date): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const isNamed = or(
    ilike(account.nickname, pattern),
    ilike(account.username, pattern),
    ilike(wechatUser.nickname, pattern),
  );
  return and(
    q === '' ? undefined : isNamed,
    role === null ? undefined : eq(account.role, role),
    bought === null ? undefined : hasBought(db, bought),
    unpaid === null ? undefined : hasUnpaid(db, now),
    expiring === null ? undefined : hasExpiring(db, bought, now, expiring),
    idle === null ? undefined : isIdle(db, now, idle),
  );
}

const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000);

/** An enrolment of the account; with a product's number, in that product. */
const isTheirs = (bought: AudienceFilter['bought']): SQL | undefined =>
  and(eq(enrolment.accountId, account.id), typeof bought === 'number' ? eq(enrolment.productId, bought) : undefined);

/** Bought and not given back: a grant that still stands, whether or not its time is over. */
function hasBought(db: Db, bought: NonNullable<AudienceFilter['bought']>): SQL {
  const grants = db
    .select({ id: enrolmentGrant.id })
    .from(enrolment)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .where(isTheirs(bought));
  return bought === 'none' ? not(exists(grants)) : exists(grants);
}

function hasUnpaid(db: Db, now: Date): SQL {
  return exists(
    db
      .select({ id: order.id })
      .from(order)
      .where(and(eq(order.accountId, account.id), eq(order.status, 'pending'), gt(order.expiresAt, now))),
  );
}

/** The last of a course's grants ends soon. */
function hasExpiring(db: Db, bought: AudienceFilter['bought'], now: Date, days: number): SQL {
  const ending = db
    .select({ id: enrolment.id })
    .from(enrolment)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .where(isTheirs(bought))
    .groupBy(enrolment.id)
    .having(endsWithin(now, days));
  return exists(ending);
}

function endsWithin(now: Date, days: number): SQL {
  const [from, until] = [now.toISOString(), daysFrom(now, days).toISOString()];
  const last = sql`max(${enrolmentGrant.endsAt})`;
  return sql`${last} > ${from}::timestamptz and ${last} <= ${until}::timestamptz`;
}

/** A course has been open for that long and still is, and no lesson was touched. */
function isIdle(db: Db, now: Date, days: number): SQL | undefined {
  const since = daysFrom(now, -days);
  const open = db
    .select({ id: enrolmentGrant.id })
    .from(enrolment)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .where(
      and(
        eq(enrolment.accountId, account.id),
        lte(enrolment.openedAt, since),
        lte(enrolmentGrant.startsAt, now),
        gt(enrolmentGrant.endsAt, now),
      ),
    );
  const studied = db
    .select({ at: sectionProgress.updatedAt })
    .from(sectionProgress)
    .where(and(eq(sectionProgress.accountId, account.id), gt(sectionProgress.updatedAt, since)));
  return and(exists(open), notExists(studied));
}
