import { and, eq, isNull, lt } from 'drizzle-orm';
import { couponFamily, couponGrant } from '@/db/schema';
import { MOST_GRANT_LINES, readGrantList } from '@/lib/domain/admin/grant-list';
import type { GrantListInput } from '@/lib/domain/coupon-form';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { inserted } from '../admin-catalogue/inserted';
import type { Ctx } from '../ctx';
import { findAccounts } from './find-accounts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads a list and keeps whom it means, to be looked at and then granted. Nobody gets anything yet. */
export async function prepareGrant(
  ctx: Ctx,
  { id: familyId, list }: GrantListInput,
): Promise<Result<{ readonly grantId: number }, 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID_INPUT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const { db, now, actor } = admin.value;
  const lines = readGrantList(list);
  if (lines.length === 0)
    return err('INVALID_INPUT', { field: 'list', detail: '名单是空的：请填写或选择要发放的账号' });
  if (lines.length > MOST_GRANT_LINES) {
    return err('INVALID_INPUT', {
      field: 'list',
      detail: `名单有 ${lines.length} 行，一次最多 ${MOST_GRANT_LINES} 行，请分几次发放`,
    });
  }
  if ((await db.$count(couponFamily, eq(couponFamily.id, familyId))) === 0) return err('NOT_FOUND');
  const { accountIds, problems } = await findAccounts(ctx, lines);
  // Lists nobody went on with hold names and phones: they are not kept.
  const dayAgo = new Date(now.getTime() - DAY_MS);
  await db.delete(couponGrant).where(and(isNull(couponGrant.doneAt), lt(couponGrant.createdAt, dayAgo)));
  const { id } = inserted(
    await db
      .insert(couponGrant)
      .values({ familyId, createdBy: actor.id, accountIds: [...accountIds], problems, createdAt: now })
      .returning({ id: couponGrant.id }),
  );
  return ok({ grantId: id });
}
