import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
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
  const held = await heldSpans(ctx, [...enrolments.values()]);
  const grants = lines.map((line) => {
    const enrolmentId = enrolments.get(line.productId);
    if (enrolmentId === undefined) throw new Error(`no enrolment of product ${line.productId}`);
    const spans = held.filter((span) => span.enrolmentId === enrolmentId);
    const span = grantSpan(extendFrom(ctx.now, spans), line.validDays);
    return { enrolmentId, orderLineId: line.id, validDays: line.validDays, ...span };
  });
  await ctx.db.insert(enrolmentGrant).values(grants);
}

/** The account's enrolments of the lines' products, made where missing, locked in the order of the products. */
async function lockEnrolments(
  ctx: TxCtx,
  accountId: number,
  lines: readonly GrantedLine[],
): Promise<Map<number, number>> {
  const products = lines.map((line) => line.productId).sort((a, b) => a - b);
  await ctx.db
    .insert(enrolment)
    .values(products.map((productId) => ({ accountId, productId, createdAt: ctx.now })))
    .onConflictDoNothing();
  const rows = await ctx.db
    .select({ id: enrolment.id, productId: enrolment.productId })
    .from(enrolment)
    .where(and(eq(enrolment.accountId, accountId), inArray(enrolment.productId, products)))
    .orderBy(asc(enrolment.productId))
    .for('no key update');
  return new Map(rows.map((row) => [row.productId, row.id]));
}

async function heldSpans(ctx: TxCtx, enrolmentIds: number[]): Promise<(Span & { readonly enrolmentId: number })[]> {
  return ctx.db
    .select({
      enrolmentId: enrolmentGrant.enrolmentId,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(enrolmentGrant)
    .where(and(inArray(enrolmentGrant.enrolmentId, enrolmentIds), isNull(enrolmentGrant.revokedAt)));
}
