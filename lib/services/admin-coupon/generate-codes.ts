import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { coupon, couponCode } from '@/db/schema';
import { newCode } from '@/lib/domain/coupon-code';
import type { CodesInput } from '@/lib/domain/coupon-form';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { type CouponWriteError, couponWrite, lockCoupon } from './coupon-write';

type GenerateError = 'NOT_FOUND' | 'INVALID_INPUT' | 'ALREADY_THERE' | CouponWriteError;

/** Codes for the current version: many that work once, or one that many share. A form sent twice generates once. */
export function generateCodes(
  ctx: Ctx,
  input: CodesInput,
): Promise<Result<{ readonly generated: number }, GenerateError>> {
  return couponWrite<{ readonly generated: number }, GenerateError>(ctx, async ({ ctx: txCtx, record }) => {
    const locked = await lockCoupon(txCtx, input.id);
    if (!locked) return err('NOT_FOUND');
    const { rule } = locked;
    // Under the family's lock: the first of two equal forms is in when the second looks.
    const before = await countBatch(txCtx, input);
    if (before > 0) return ok({ generated: before });
    if (rule.stoppedAt) return err('CONFLICT', { detail: '这张优惠券已经停发，兑换码不会再起作用' });
    if (rule.channel === 'grant') return err('CONFLICT', { detail: '只由学校发放的优惠券没有兑换码' });
    const codes = wanted(input).map((code) => ({ ...code, couponId: rule.id, batchId: input.batchId }));
    const added = await txCtx.db
      .insert(couponCode)
      .values(codes.map((code) => ({ ...code, createdAt: txCtx.now })))
      .onConflictDoNothing({ target: couponCode.code })
      .returning({ id: couponCode.id });
    if (added.length < codes.length) return taken(input);
    const maxUses = input.mode === 'shared' ? input.maxUses : 1;
    await record(input.id, 'coupon.generate-codes', null, { codes: codes.length, maxUses });
    return ok({ generated: codes.length });
  });
}

const countBatch = ({ db }: TxCtx, { id, batchId }: CodesInput): Promise<number> =>
  db
    .select({ id: couponCode.id })
    .from(couponCode)
    .innerJoin(coupon, eq(coupon.id, couponCode.couponId))
    .where(and(eq(coupon.familyId, id), eq(couponCode.batchId, batchId)))
    .then((rows) => rows.length);

function wanted(input: CodesInput): { readonly code: string; readonly maxUses: number }[] {
  if (input.mode === 'shared') return [{ code: input.word ?? newCode(randomInt), maxUses: input.maxUses }];
  const codes = new Set<string>();
  while (codes.size < input.count) codes.add(newCode(randomInt));
  return [...codes].map((code) => ({ code, maxUses: 1 }));
}

/** A word somebody chose may be taken; of 60 random bits that is no accident worth retrying for. */
const taken = (input: CodesInput) =>
  input.mode === 'shared' && input.word !== null
    ? err('ALREADY_THERE', { field: 'word', detail: '这个兑换码已经有了，请换一个' })
    : err('CONFLICT', { detail: '生成时遇到了重复的兑换码，请再试一次' });
