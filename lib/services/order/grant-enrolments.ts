import { and, inArray, isNull, sql } from 'drizzle-orm';
import { enrolment, enrolmentGrant } from '@/db/schema';
import { extendFrom, grantSpan, type Span } from '@/lib/domain/enrolment';
import type { TxCtx } from '../ctx';

interface GrantedLine {
  readonly id: number;
  readonly productId: number;
  readonly validDays: number;
}

/** One grant for each line of a paid order; a product held already is extended from where it ends. */
export async function grantEnrolments(ctx: TxCtx, accountId: number, lines: readonly GrantedLine[]): Promise<void> {
  const enrolments = await lockEnrolments(ctx, accountId, lines);
  const held = await heldSpans(
    ctx,
    enrolments.filter(({ isNew }) => !isNew).map(({ id }) => id),
  );
  const grants = lines.map((line) => {
    const found = enrolments.find(({ productId }) => productId === line.productId);
    if (!found) throw new Error(`no enrolment of product ${line.productId}`);
    const spans = held.filter(({ enrolmentId }) => enrolmentId === found.id);
    const span = grantSpan(extendFrom(ctx.now, spans), line.validDays);
    return { enrolmentId: found.id, orderLineId: line.id, validDays: line.validDays, ...span };
  });
  await ctx.db.insert(enrolmentGrant).values(grants);
}

interface LockedEnrolment {
  readonly id: number;
  readonly productId: number;
  /** Made just now: nothing was granted on it yet. */
  readonly isNew: boolean;
}

/** The account's enrolments of the lines' products, made where missing, locked in the order of the products. */
function lockEnrolments(ctx: TxCtx, accountId: number, lines: readonly GrantedLine[]): Promise<LockedEnrolment[]> {
  const products = lines.map((line) => line.productId).sort((a, b) => a - b);
  return ctx.db
    .insert(enrolment)
    .values(products.map((productId) => ({ accountId, productId, createdAt: ctx.now })))
    .onConflictDoUpdate({
      target: [enrolment.accountId, enrolment.productId],
      // Changes nothing, but locks the row and returns it.
      set: { createdAt: sql`${enrolment.createdAt}` },
    })
    .returning({ id: enrolment.id, productId: enrolment.productId, isNew: sql<boolean>`xmax = 0` });
}

async function heldSpans(
  ctx: TxCtx,
  enrolmentIds: readonly number[],
): Promise<(Span & { readonly enrolmentId: number })[]> {
  if (enrolmentIds.length === 0) return [];
  return ctx.db
    .select({
      enrolmentId: enrolmentGrant.enrolmentId,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(enrolmentGrant)
    .where(and(inArray(enrolmentGrant.enrolmentId, [...enrolmentIds]), isNull(enrolmentGrant.revokedAt)));
}
