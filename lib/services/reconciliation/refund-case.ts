import type { CaseNote } from '@/lib/domain/admin/case-command';
import { err } from '@/lib/errors';
import type { AccountCtx, Ctx } from '../ctx';
import { retryLateRefund } from '../refund/retry-late-refund';
import { startRefund } from '../refund/start-refund';
import { endCase } from './end-case';
import { type CaseResult, type OpenCase, openCase } from './open-case';

/**
 * Gives the money of a case back: late money whole, an order's by all of its lines that no refund has yet. What we do
 * not have ourselves we cannot give back: that is for Alipay's own pages.
 */
export async function refundCase(ctx: Ctx, { caseId, note }: CaseNote): Promise<CaseResult> {
  const opened = await openCase(ctx, caseId);
  if (!opened.ok) return opened;
  const { ctx: admin, found } = opened.value;
  if (found.about.kind !== 'payment') return cannot('这条差异本身是退款');
  const started = await start(admin, found, note);
  if (!started) return cannot('这笔款项不在我们的订单里，请在支付宝商家平台退款');
  if (!started.ok) return cannot('这笔款项已经退回、正在退回，或订单不能退款');
  return endCase(admin, { caseId, outcome: 'refunded', action: 'case.refund', note });
}

const cannot = (detail: string) => err('CONFLICT', { detail });

async function start(ctx: AccountCtx, { orderNo, paymentId, paymentStatus }: OpenCase, reason: string) {
  if (paymentId !== null && paymentStatus === 'late') return retryLateRefund(ctx, { paymentId });
  if (orderNo === null || paymentStatus !== 'paid') return null;
  return startRefund(ctx, { orderNo, lineIds: 'all', reason });
}
