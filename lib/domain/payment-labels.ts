import { EVENT_RESULT_LABELS, type EventResult } from './admin/payment-search';
import type { PaymentEventSource, PaymentMethod } from './payment';
import type { SettleVerdict } from './settle-verdict';
import type { PaymentStatus } from './states';

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

/** What came and was not believed, or said nothing about money. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  bad_signature: '签名不对，拒绝',
  wrong_app: '别的应用的通知，拒绝',
  wrong_seller: '别的商户的通知，拒绝',
  malformed: '内容不完整，拒绝',
  too_large: '内容过大，拒绝',
  not_a_form: '不是表单，拒绝',
  repeated_parameter: '参数重复，拒绝',
  not_exist: '支付宝还没有这笔交易',
  unknown: '支付宝没有给出结果',
  over: '不会再付款，关闭',
  refund_done: '退款成功',
  refund_found: '查询退款：已退',
  refund_absent: '查询退款：没有',
  refund_refused: '退款被拒绝',
  refund_unknown: '退款没有结果',
  refund_mismatch: '退款金额与我们的不同',
};

const LABELS: Readonly<Record<string, string>> = { ...SETTLE_LABELS, ...OTHER_LABELS };

/** What we made of what the gateway said; a verdict we do not know stands for itself. */
export const verdictLabel = (verdict: string): string =>
  Object.hasOwn(LABELS, verdict) ? (LABELS[verdict] ?? verdict) : verdict;

/** Verdicts of what came from somebody else than Alipay, or cannot be read. */
export const REFUSED_VERDICTS = [
  'bad_signature',
  'wrong_app',
  'wrong_seller',
  'malformed',
  'too_large',
  'not_a_form',
  'repeated_parameter',
] as const;

/** Verdicts of money that no order expects. */
export const PEOPLE_VERDICTS = [
  'late',
  'unknown_trade',
  'amount_mismatch',
  'trade_no_mismatch',
  'refund_mismatch',
  'refund_refused',
] as const;

/** Answers to our own questions that carry no valid signature, or never came. */
const UNSIGNED_VERDICTS = ['unknown', 'refund_unknown'] as const;

const isOneOf = (verdicts: readonly string[], verdict: string): boolean => verdicts.includes(verdict);

/** Whether its signature held, in words. */
export function verifyLabel(verdict: string): string {
  if (isOneOf(UNSIGNED_VERDICTS, verdict)) return '没有可信的回答';
  return EVENT_RESULT_LABELS[isOneOf(REFUSED_VERDICTS, verdict) ? 'refused' : 'accepted'];
}

export const resultOf = (verdict: string): EventResult =>
  isOneOf(REFUSED_VERDICTS, verdict) ? 'refused' : isOneOf(PEOPLE_VERDICTS, verdict) ? 'people' : 'accepted';
