import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { readBill } from '@/lib/domain/bill';
import { testGateway } from '@/tests/support/alipay';
import { signAnswer } from '@/tests/support/alipay-keys';
import { collect } from '@/tests/support/bill';

const METHOD = 'alipay.data.dataservice.bill.downloadurl.query';
/** Made by another program: GBK names without a flag, deflated, tabs and frame lines as Alipay has them. */
const ARCHIVE = readFileSync('tests/support/bill-2026-01-02.zip');

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Answer = (response: ServerResponse) => void;

/** An Alipay that names an address of its own, and what it says there. */
async function alipayWith(serve: Answer, node = (url: string) => `{"code":"10000","bill_download_url":"${url}/bill"}`) {
  let url = '';
  const server = createServer((request: IncomingMessage, response) => {
    if (request.url === '/bill') serve(response);
    else response.end(signAnswer(METHOD, node(url)));
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return testGateway(`${url}/gateway.do`);
}

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('luffy-bill-'));

async function rowsOf(serve: Answer) {
  const outcome = await (await alipayWith(serve)).bill('2026-01-02');
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  try {
    return await collect(readBill(outcome.bill.lines()));
  } finally {
    await outcome.bill.discard();
  }
}

describe('a bill', () => {
  it('is downloaded, unpacked, decoded and read', async () => {
    const before = leftBehind();
    const rows = await rowsOf((response) => response.end(ARCHIVE));
    expect(rows.map(({ raw: _raw, ...row }) => row)).toEqual([
      {
        kind: 'payment',
        subject: 'payment:20260102000000000001_1',
        tradeNo: '2026010222001499169500001',
        outTradeNo: '20260102000000000001_1',
        outRequestNo: null,
        amountFen: 29900,
        finishedAt: new Date('2026-01-02T02:00:09Z'),
      },
      {
        kind: 'payment',
        subject: 'payment:20260102000000000002_1',
        tradeNo: '2026010222001499169500002',
        outTradeNo: '20260102000000000002_1',
        outRequestNo: null,
        amountFen: 1,
        finishedAt: new Date('2026-01-02T15:59:58Z'),
      },
      {
        kind: 'refund',
        subject: 'refund:20260102000000000001_1:20260102000000000001_R1',
        tradeNo: '2026010222001499169500001',
        outTradeNo: '20260102000000000001_1',
        outRequestNo: '20260102000000000001_R1',
        amountFen: -9950,
        finishedAt: new Date('2026-01-02T04:30:00Z'),
      },
    ]);
    expect(JSON.parse(rows[0]?.raw ?? '')).toMatchObject({
      商品名称: '路飞学城 Python 开发',
      '订单金额（元）': '299.00',
    });
    expect(leftBehind()).toEqual(before);
  });

  it('may come one byte at a time', async () => {
    const rows = await rowsOf((response) => {
      for (const byte of ARCHIVE) response.write(Uint8Array.of(byte));
      response.end();
    });
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['half an archive', ARCHIVE.subarray(0, ARCHIVE.length / 2)],
    ['no archive', Buffer.from('<html>busy</html>')],
    [
      'an archive without the details',
      Buffer.from(ARCHIVE.toString('latin1').replaceAll('_20260102', '_xxxxxxxx').replaceAll('.csv', '.txt'), 'latin1'),
    ],
    ['damaged details', Buffer.from(ARCHIVE.map((byte, index) => (index > 400 && index < 420 ? byte ^ 0xff : byte)))],
  ])('throws while it is read when it is %s', async (_, body) => {
    const before = leftBehind();
    await expect(rowsOf((response) => response.end(body))).rejects.toThrow();
    expect(leftBehind()).toEqual(before);
  });

  it('is unknown when its address does not answer', async () => {
    const before = leftBehind();
    const gateway = await alipayWith((response) => response.writeHead(403).end('expired'));
    expect(await gateway.bill('2026-01-02')).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('403') });
    expect(leftBehind()).toEqual(before);
  });

  it.each([
    ['not_exist', '{"code":"40004","sub_code":"isp.bill_not_exist"}'],
    ['not_exist', '{"code":"40004","sub_code":"BILL_NOT_EXIST"}'],
    ['unknown', '{"code":"40004","sub_code":"isv.invalid-arguments"}'],
    ['unknown', '{"code":"20000","sub_code":"isp.unknow-error"}'],
    ['unknown', '{"code":"10000"}'],
    ['unknown', '{"code":"10000","bill_download_url":"file:///etc/passwd"}'],
  ])('is %s for %s', async (kind, node) => {
    const gateway = await alipayWith(
      (response) => response.end(),
      () => node,
    );
    expect((await gateway.bill('2026-01-02')).kind).toBe(kind);
  });
});
