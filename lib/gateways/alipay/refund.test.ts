import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import { testGateway } from '@/tests/support/alipay';
import { merchantKeys, signAnswer } from '@/tests/support/alipay-keys';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An Alipay that says one thing, and the biz_content it was sent. */
async function alipaySays(body: string) {
  const heard: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    heard.push(JSON.parse(form.get('biz_content') ?? '{}'));
    response.end(body);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { gateway: testGateway(`http://127.0.0.1:${port}/gateway.do`), heard };
}

const REFUND = 'alipay.trade.refund';
const QUERY = 'alipay.trade.fastpay.refund.query';
const INPUT = { outTradeNo: 'L1_1', outRequestNo: 'L1_R1', amount: fen(4500), reason: '课程退款' };
const node = (fields: Record<string, string>) => JSON.stringify({ code: '10000', msg: 'Success', ...fields });
const refusal = (subCode: string, code = '40004') =>
  JSON.stringify({ code, msg: 'Business Failed', sub_code: subCode, sub_msg: '…' });
// Cumulative: it is not this refund's amount, and nobody may read it as such.
const given = (change: Record<string, string> = {}) =>
  node({ out_trade_no: 'L1_1', trade_no: '2026', fund_change: 'Y', refund_fee: '9999.00', ...change });
const made = (change: Record<string, string> = {}) =>
  node({
    out_trade_no: 'L1_1',
    out_request_no: 'L1_R1',
    refund_amount: '45.00',
    refund_status: 'REFUND_SUCCESS',
    ...change,
  });

describe('a refund', () => {
  it('is sent with its own number and a decimal amount', async () => {
    const raw = signAnswer(REFUND, given());
    const { gateway, heard } = await alipaySays(raw);
    expect(await gateway.refund(INPUT)).toEqual({ kind: 'done', raw });
    expect(heard).toEqual([
      { out_trade_no: 'L1_1', out_request_no: 'L1_R1', refund_amount: '45.00', refund_reason: '课程退款' },
    ]);
  });

  it.each([
    ['no money moved now', signAnswer(REFUND, given({ fund_change: 'N' }))],
    ['it does not say whether money moved', signAnswer(REFUND, node({ out_trade_no: 'L1_1' }))],
    ['the answer is about another trade', signAnswer(REFUND, given({ out_trade_no: 'L2_1' }))],
    ['the answer is unsigned', `{"alipay_trade_refund_response":${given()}}`],
    ['the answer is signed by somebody else', signAnswer(REFUND, given(), merchantKeys.privateKey)],
    ['the code is 20000', signAnswer(REFUND, refusal('isp.unknow-error', '20000'))],
    ['it is a system error', signAnswer(REFUND, refusal('ACQ.SYSTEM_ERROR'))],
    ['the answer is no JSON', '<html>busy</html>'],
  ])('is unknown when %s', async (_, body) => {
    const { gateway } = await alipaySays(body);
    expect((await gateway.refund(INPUT)).kind).toBe('unknown');
  });

  it('is unknown when nobody answers, and refused when Alipay refuses', async () => {
    expect((await testGateway('http://127.0.0.1:9/gateway.do').refund(INPUT)).kind).toBe('unknown');
    const { gateway } = await alipaySays(signAnswer(REFUND, refusal('ACQ.SELLER_BALANCE_NOT_ENOUGH')));
    expect(await gateway.refund(INPUT)).toMatchObject({ kind: 'refused', subCode: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
  });
});

describe('a question about a refund', () => {
  it.each([
    ['found', signAnswer(QUERY, made())],
    ['absent', signAnswer(QUERY, node({}))],
    ['absent', signAnswer(QUERY, refusal('ACQ.TRADE_NOT_EXIST'))],
    ['unknown', signAnswer(QUERY, made({ out_request_no: 'L1_R2' }))],
    ['unknown', signAnswer(QUERY, made({ out_trade_no: 'L2_1' }))],
    ['unknown', signAnswer(QUERY, made({ refund_status: 'REFUND_PROCESSING' }))],
    ['unknown', signAnswer(QUERY, refusal('ACQ.SYSTEM_ERROR'))],
    ['unknown', signAnswer(QUERY, refusal('isp.unknow-error', '20000'))],
    ['unknown', `{"alipay_trade_fastpay_refund_query_response":${made()}}`],
    ['unknown', `{"alipay_trade_fastpay_refund_query_response":${node({})}}`],
  ])('is answered: %s', async (kind, body) => {
    const { gateway, heard } = await alipaySays(body);
    expect((await gateway.refundQuery(INPUT)).kind).toBe(kind);
    expect(heard).toEqual([{ out_trade_no: 'L1_1', out_request_no: 'L1_R1' }]);
  });

  it('tells how much was given back', async () => {
    const { gateway } = await alipaySays(signAnswer(QUERY, made()));
    expect(await gateway.refundQuery(INPUT)).toMatchObject({ kind: 'found', amount: 4500 });
  });
});
