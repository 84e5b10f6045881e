import { eq } from 'drizzle-orm';
import { payment } from '@/db/schema';
import type { PaymentCommand } from '@/lib/domain/admin/case-command';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { allowAsking } from './allow-asking';
import { queryTrade } from './query-trade';

type Verdict = Exclude<Awaited<ReturnType<typeof queryTrade>>, 'unknown'>;

/** An administrator asks the gateway about one attempt, now; what it says is settled and kept. */
export async function queryPayment(
  ctx: Ctx,
  { paymentId }: PaymentCommand,
): Promise<Result<{ verdict: Verdict }, 'FORBIDDEN' | 'NOT_FOUND' | 'THROTTLED' | 'GATEWAY_UNAVAILABLE'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const [found] = await ctx.db
    .select({ outTradeNo: payment.outTradeNo, orderId: payment.orderId })
    .from(payment)
    .where(eq(payment.id, paymentId));
  if (!found) return err('NOT_FOUND');
  if (!(await allowAsking(ctx, found.orderId))) return err('THROTTLED', { detail: '查询太频繁，请稍后再试' });
  const verdict = await queryTrade(ctx, found);
  await ctx.db.transaction((tx) =>
    writeAudit(
      { ...admin.value, db: tx },
      { action: 'payment.query', subjectKind: 'payment', subjectId: paymentId, before: null, after: { verdict } },
    ),
  );
  return verdict === 'unknown' ? err('GATEWAY_UNAVAILABLE') : ok({ verdict });
}
