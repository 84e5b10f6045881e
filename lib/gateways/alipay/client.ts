import { AlipaySdk } from 'alipay-sdk';
import { fetchBill } from './bill';
import { type Answer, call } from './call';
import type { AlipayConfig, AlipayGateway, CloseOutcome, QueryOutcome } from './gateway';
import { checkNotify } from './notify';
import { buildPayUrl } from './pay-url';
import { refund, refundQuery } from './refund';
import { toTrade, tradeSchema } from './trade';

const CLOSE_REFUSALS: Readonly<Record<string, CloseOutcome['kind']>> = {
  'ACQ.TRADE_NOT_EXIST': 'not_exist',
  'ACQ.TRADE_STATUS_ERROR': 'wrong_state',
  'ACQ.REASON_TRADE_STATUS_INVALID': 'wrong_state',
  'ACQ.REASON_ILLEGAL_STATUS': 'wrong_state',
};

const closedSchema = tradeSchema.pick({ out_trade_no: true });

function queryOutcome(outTradeNo: string, answer: Answer): QueryOutcome {
  const { raw } = answer;
  if (answer.kind === 'refused') {
    return answer.subCode === 'ACQ.TRADE_NOT_EXIST' ? { kind: 'not_exist', raw } : { kind: 'unknown', raw };
  }
  const said = tradeSchema.safeParse(answer.kind === 'success' ? answer.data : null);
  // A signed answer to another question is still no answer to this one.
  if (!said.success || said.data.out_trade_no !== outTradeNo) return { kind: 'unknown', raw };
  return { kind: 'found', trade: toTrade(said.data), raw };
}

function closeOutcome(outTradeNo: string, answer: Answer): CloseOutcome {
  const { raw } = answer;
  if (answer.kind === 'success') {
    const said = closedSchema.safeParse(answer.data);
    return { kind: said.success && said.data.out_trade_no === outTradeNo ? 'closed' : 'unknown', raw };
  }
  return { kind: (answer.kind === 'refused' && CLOSE_REFUSALS[answer.subCode]) || 'unknown', raw };
}

/** Alipay in public-key mode, through its official SDK. Made once a process. */
export function createAlipayGateway(config: AlipayConfig): AlipayGateway {
  const sdk = new AlipaySdk({
    appId: config.appId,
    privateKey: config.privateKey,
    keyType: 'PKCS8',
    alipayPublicKey: config.alipayPublicKey,
    gateway: config.gateway,
  });
  return {
    payUrl: (input) => buildPayUrl(sdk, config, input),
    query: async (outTradeNo) =>
      queryOutcome(outTradeNo, await call(sdk, 'alipay.trade.query', { out_trade_no: outTradeNo }, new Date())),
    close: async (outTradeNo) =>
      closeOutcome(outTradeNo, await call(sdk, 'alipay.trade.close', { out_trade_no: outTradeNo }, new Date())),
    bill: (day) => fetchBill(sdk, day, new Date()),
    refund: (input) => refund(sdk, input),
    refundQuery: (input) => refundQuery(sdk, input),
    verifyNotify: (form) => checkNotify(sdk, config, form),
  };
}
