import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { testGateway } from '@/tests/support/alipay';
import { isSignedByMerchant, merchantKeys, signAnswer } from '@/tests/support/alipay-keys';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Heard {
  params?: Record<string, string>;
}

/** An Alipay that says one thing, and what it was asked. */
async function alipaySays(body: string, status = 200) {
  const heard: Heard = {};
  const server = createServer(async (request, response) => {
    heard.params = await paramsOf(request);
    response.writeHead(status, { 'content-type': 'text/html;charset=utf-8' }).end(body);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { gateway: testGateway(`http://127.0.0.1:${port}/gateway.do`), heard };
}

async function paramsOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const query = new URL(request.url ?? '', 'http://alipay').searchParams;
  return Object.fromEntries([...query, ...new URLSearchParams(Buffer.concat(chunks).toString())]);
}

const QUERY = 'alipay.trade.query';
const node = (fields: Record<string, string>) => JSON.stringify({ code: '10000', msg: 'Success', ...fields });
const paid = (change: Record<string, string> = {}) =>
  node({ out_trade_no: 'L1_1', trade_no: '2026', trade_status: 'TRADE_SUCCESS', total_amount: '299.00', ...change });
const refusal = (subCode: string, code = '40004') =>
  JSON.stringify({ code, msg: 'Business Failed', sub_code: subCode, sub_msg: '…' });

describe('a query', () => {
  it('is a signed request, and its signed answer is believed and kept verbatim', async () => {
    const raw = signAnswer(QUERY, paid());
    const { gateway, heard } = await alipaySays(raw);
    expect(await gateway.query('L1_1')).toEqual({
      kind: 'found',
      raw,
      trade: { outTradeNo: 'L1_1', tradeNo: '2026', status: 'TRADE_SUCCESS', amount: 29900 },
    });
    expect(heard.params).toMatchObject({ method: QUERY, biz_content: '{"out_trade_no":"L1_1"}', sign_type: 'RSA2' });
    expect(isSignedByMerchant(heard.params ?? {})).toBe(true);
  });

  it('knows a trade that nobody has opened', async () => {
    const { gateway } = await alipaySays(signAnswer(QUERY, refusal('ACQ.TRADE_NOT_EXIST')));
    expect((await gateway.query('L1_1')).kind).toBe('not_exist');
  });

  it.each([
    ['unsigned', `{"alipay_trade_query_response":${paid()}}`],
    ['signed by somebody else', signAnswer(QUERY, paid(), merchantKeys.privateKey)],
    ['changed on the way', signAnswer(QUERY, paid()).replace('299.00', '0.01')],
    ['about another trade', signAnswer(QUERY, paid({ out_trade_no: 'L2_1' }))],
    [
      'a signed answer with a second, unsigned one behind it',
      signAnswer(QUERY, refusal('ACQ.TRADE_NOT_EXIST')).replace(/\}$/, `,"alipay_trade_query_response":${paid()}}`),
    ],
    ['code 20000', signAnswer(QUERY, refusal('isp.unknow-error', '20000'))],
    ['a system error', signAnswer(QUERY, refusal('ACQ.SYSTEM_ERROR'))],
    [
      'an unsigned gateway error',
      '{"error_response":{"code":"40002","msg":"Invalid","sub_code":"isv.invalid-signature"}}',
    ],
    ['a status we do not know', signAnswer(QUERY, paid({ trade_status: 'HELD' }))],
    ['not JSON', '<html>busy</html>'],
    ['empty', ''],
  ])('is never taken for paid when the answer is %s', async (_, body) => {
    const { gateway } = await alipaySays(body);
    const { kind } = await gateway.query('L1_1');
    expect(['unknown', 'not_exist']).toContain(kind);
  });

  it('concludes nothing from an error page or from silence', async () => {
    const { gateway } = await alipaySays(signAnswer(QUERY, paid()), 502);
    expect((await gateway.query('L1_1')).kind).toBe('unknown');
    expect((await testGateway('http://127.0.0.1:9/gateway.do').query('L1_1')).kind).toBe('unknown');
  });
});

describe('a close', () => {
  const CLOSE = 'alipay.trade.close';
  it.each([
    ['closed', node({ out_trade_no: 'L1_1', trade_no: '2026' })],
    ['not_exist', refusal('ACQ.TRADE_NOT_EXIST')],
    ['wrong_state', refusal('ACQ.TRADE_STATUS_ERROR')],
    ['wrong_state', refusal('ACQ.REASON_TRADE_STATUS_INVALID')],
    ['unknown', refusal('ACQ.SYSTEM_ERROR')],
    ['unknown', refusal('isp.unknow-error', '20000')],
    ['unknown', node({ out_trade_no: 'L2_1', trade_no: '2026' })],
  ])('is %s', async (kind, answer) => {
    const raw = signAnswer(CLOSE, answer);
    const { gateway } = await alipaySays(raw);
    expect(await gateway.close('L1_1')).toEqual({ kind, raw });
  });
});
