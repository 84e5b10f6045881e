import { and, eq, exists, ilike, isNull, not, or, type SQL } from 'drizzle-orm';
import type { AudienceFilter } from '@/lib/domain/admin/audience';
import type { Db } from '../client';
import { account, enrolment, enrolmentGrant, wechatUser } from '../schema';

/** Accounts that a filter means, in a query that joins account and wechat_user: for the list and for the campaign alike. */
export function fitsFilter(db: Db, { q, role, bought }: AudienceFilter): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const isNamed = or(
    ilike(account.nickname, pattern),
    ilike(account.username, pattern),
    ilike(wechatUser.nickname, pattern),
  );
  return and(
    isNull(account.disabledAt),
    q === '' ? undefined : isNamed,
    role === null ? undefined : eq(account.role, role),
    bought === null ? undefined : hasBought(db, bought),
  );
}

/** Bought and not given back: a grant that still stands, whether or not its time is over. */
function hasBought(db: Db, bought: NonNullable<AudienceFilter['bought']>): SQL {
  const grants = db
    .select({ id: enrolmentGrant.id })
    .from(enrolment)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .where(
      and(
        eq(enrolment.accountId, account.id),
        typeof bought === 'number' ? eq(enrolment.productId, bought) : undefined,
      ),
    );
  return bought === 'none' ? not(exists(grants)) : exists(grants);
}
