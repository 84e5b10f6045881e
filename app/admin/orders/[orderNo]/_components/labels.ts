import type { PaymentEventSource, PaymentMethod } from '@/lib/domain/payment';
import type { SettleVerdict } from '@/lib/domain/settle-verdict';
import type { PaymentStatus } from '@/lib/domain/states';

export const METHOD_LABELS: Readonly<Record<PaymentMethod, string>> = { page: '支付宝（电脑）', wap: '支付宝（手机）' };

export const PAYMENT_STATUS_LABELS: Readonly<Record<PaymentStatus, string>> = {
  created: '等待付款',
  paid: '已付款',
  closed: '已关闭',
  late: '晚到的付款',
  refunded: '已退回',
};

export const SOURCE_LABELS: Readonly<Record<PaymentEventSource, string>> = { notify: '异步通知', query: '主动查询' };

const SETTLE_LABELS: Readonly<Record<SettleVerdict, string>> = {
  paid: '确认付款，订单完成',
  repeated: '重复，已处理过',
  late: '晚到，订单已不能支付',
  ignored: '没有付款，忽略',
  unknown_trade: '不认识的交易',
  amount_mismatch: '金额不符，拒绝',
  trade_no_mismatch: '交易号不符，拒绝',
};

/** What we made of what the gateway said; other verdicts are reasons of a refusal, by their own name. */
export const verdictLabel = (verdict: string): string =>
  Object.entries(SETTLE_LABELS).find(([name]) => name === verdict)?.[1] ?? verdict;
