import { eq } from 'drizzle-orm';
import { refund } from '@/db/schema';
import type { CaseCommand } from '@/lib/domain/admin/case-command';
import { err } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { queryTrade } from '../payment/query-trade';
import { sendRefund } from '../refund/send-refund';
import { endCase } from './end-case';
import { type CaseResult, type OpenCase, openCase } from './open-case';

const cannot = (detail: string) => err('CONFLICT', { detail });
const SILENT = err('GATEWAY_UNAVAILABLE');

/**
 * Asks Alipay about the money itself and enters what it says, as a notify would have: what nobody told us of is paid,
 * late or refunded by then. Not inside a transaction. Whatever it cannot enter stays open.
 */
export async function settleCase(ctx: Ctx, { caseId }: CaseCommand): Promise<CaseResult> {
  const opened = await openCase(ctx, caseId);
  if (!opened.ok) return opened;
  const { ctx: admin, found } = opened.value;
  const settled = found.about.kind === 'payment' ? await settleMoney(admin, found) : await settleRefund(admin, found);
  if (typeof settled !== 'string') return settled;
  return endCase(admin, { caseId, outcome: 'settled', action: 'case.settle', note: settled });
}

/** What was found out, or why it could not be entered. */
type Settled = string | ReturnType<typeof cannot> | typeof SILENT;

async function settleMoney(ctx: Ctx, { about }: OpenCase): Promise<Settled> {
  const verdict = await queryTrade(ctx, { outTradeNo: about.outTradeNo });
  switch (verdict) {
    case 'unknown':
      return SILENT;
    case 'paid':
      return '向支付宝查询：已付款，订单已完成';
    case 'late':
      return '向支付宝查询：已付款，订单已不能支付，款项自动退回';
    case 'repeated':
      return '向支付宝查询：已付款，与我们一致';
    case 'not_exist':
      return cannot('支付宝没有这笔交易');
    case 'ignored':
      return cannot('支付宝说这笔交易没有付款或已关闭');
    case 'unknown_trade':
      return cannot('我们没有这笔支付，不能入账');
    case 'amount_mismatch':
      return cannot('支付宝收到的金额与我们的不同，不能入账');
    case 'trade_no_mismatch':
      return cannot('支付宝交易号与我们的不同，不能入账');
  }
}

async function settleRefund(ctx: Ctx, { refundId, about }: OpenCase): Promise<Settled> {
  if (refundId === null) return cannot('我们没有这笔退款，不能入账');
  await sendRefund(ctx, { refundId });
  const [row] = await ctx.db
    .select({ status: refund.status, cashFen: refund.cashFen })
    .from(refund)
    .where(eq(refund.id, refundId));
  const hasNot = row?.status === 'failed' || row?.status === 'rejected';
  if (!row || !(hasNot || row.status === 'succeeded')) return SILENT;
  const { outTradeNo, outRequestNo } = about;
  const made = await ctx.gateways.alipay.refundQuery({ outTradeNo, outRequestNo: outRequestNo ?? '' });
  if (made.kind === 'unknown') return SILENT;
  // Whoever is sent to the refunds now begins another one, under another number: the money would go back twice.
  if (hasNot && made.kind === 'found')
    return cannot('支付宝已经退了这笔款，我们记的是没有退：不要再退一次，请先人工核对');
  if (hasNot) return cannot('我们的退款没有成功，请在退款页面处理');
  if (made.kind === 'absent') return cannot('支付宝没有这笔退款');
  return made.amount === row.cashFen ? '向支付宝查询：已退款，与我们一致' : cannot('支付宝退款的金额与我们的不同');
}
