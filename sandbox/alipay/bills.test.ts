import { TextDecoder } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { order, TestSandbox } from './test-kit';

const METHOD = 'alipay.data.dataservice.bill.downloadurl.query';
const DAY_MS = 86_400_000;
/** The day on which the test's clock begins. */
const DATE = '2026-03-02';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = new TestSandbox();
});
afterEach(() => sandbox.close());

const ask = (date = DATE, type = 'trade') => sandbox.call(METHOD, { bill_type: type, bill_date: date });
const plan = (change: unknown) =>
  sandbox.request(`/control/alipay/bills/${DATE}`, { method: 'POST', body: JSON.stringify(change) });

async function download(address: unknown): Promise<Response> {
  const { pathname, search } = new URL(String(address));
  return sandbox.request(`${pathname}${search}`);
}

/** The files of the archive by their decoded names, read by somebody else's reader. */
async function filesOf(response: Response): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()), { decodeStrings: false });
  const decoder = new TextDecoder('gbk', { fatal: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    files[decoder.decode(entry.fileNameRaw)] = decoder.decode(Buffer.concat(chunks));
  }
  return files;
}

const detailsOf = async (date = DATE): Promise<string[]> => {
  const files = await filesOf(await download((await ask(date)).bill_download_url));
  return (files[`20887210038991590156_${date.replaceAll('-', '')}_业务明细.csv`] ?? '').split('\r\n');
};

it('has a bill of what was paid and refunded, from the next day on', async () => {
  const biz = order({ total_amount: '199.00', subject: '课程, 甲' });
  await sandbox.pay(biz);
  const refund = { out_trade_no: biz.out_trade_no, refund_amount: '99.50', out_request_no: 'R_1' };
  await sandbox.call('alipay.trade.refund', refund);
  expect(await ask()).toMatchObject({ code: '40004', sub_code: 'isp.bill_not_exist' });
  await sandbox.runtime.advance(DAY_MS);
  const lines = await detailsOf();
  expect(lines.map((line) => line.slice(0, 5))).toEqual([
    '#支付宝业',
    '#账号：[',
    '#起始日期',
    '#----',
    '支付宝交易',
    lines[5]?.slice(0, 5),
    lines[6]?.slice(0, 5),
    '#----',
    '#交易合计',
    '#退款合计',
    '#导出时间',
    '',
  ]);
  expect(lines[4]).toBe(
    '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注',
  );
  expect(lines[5]).toContain(`\t,${biz.out_trade_no}\t,交易\t,"课程, 甲"\t,`);
  expect(lines[5]).toContain('\t,199.00\t,199.00\t,');
  expect(lines[6]).toContain('\t,退款\t,');
  expect(lines[6]).toContain('\t,-99.50\t,');
  expect(lines[6]).toContain('\t,R_1\t,');
  expect(lines[8]).toBe('#交易合计：1笔，商家实收共199.00元，商家优惠共0.00元');
});

it('serves two files, for thirty seconds, at an address nobody can make up', async () => {
  await sandbox.pay(order());
  await sandbox.runtime.advance(DAY_MS);
  const { bill_download_url: address } = await ask();
  const files = await filesOf(await download(address));
  expect(Object.keys(files).map((name) => name.replace(/^.*业务/, '业务'))).toEqual([
    '业务明细(汇总).csv',
    '业务明细.csv',
  ]);
  expect((await download(String(address).replace(DATE, '2026-03-01'))).status).toBe(403);
  await sandbox.runtime.advance(30_001);
  expect((await download(address)).status).toBe(403);
});

it('has none for a day without business, for nonsense, for other kinds', async () => {
  await sandbox.runtime.advance(DAY_MS);
  expect(await ask()).toMatchObject({ sub_code: 'isp.bill_not_exist' });
  expect(await ask('2026-02-30')).toMatchObject({ sub_code: 'isv.invalid-arguments' });
  expect(await ask(DATE, 'settle')).toMatchObject({ sub_code: 'isv.invalid-arguments' });
});

it('plants a row that is missing, one that is foreign, one with another amount', async () => {
  const [first, second] = [order(), order()];
  await sandbox.pay(first);
  await sandbox.pay(second);
  await plan({ early: true, missing: [first.out_trade_no], amounts: { [second.out_trade_no]: '1.5' } });
  await plan({
    foreign: [
      { outTradeNo: 'X_1', amount: '88' },
      { outTradeNo: 'X_1', outRequestNo: 'XR', amount: '-8' },
    ],
  });
  const text = (await detailsOf()).join('\n');
  expect(text).not.toContain(`${first.out_trade_no}\t`);
  expect(text).toContain(`${second.out_trade_no}\t`);
  expect(text).toContain('\t,1.50\t,');
  expect(text).toContain('X_1\t,交易');
  expect(text).toContain('\t,-8.00\t,');
  await plan({ late: true });
  expect(await ask()).toMatchObject({ sub_code: 'isp.bill_not_exist' });
  expect((await plan({ unknown: true })).status).toBe(400);
  expect((await plan({ amounts: { X: 'much' } })).status).toBe(400);
});

it('ends in the middle when told so, and remembers its plans', async () => {
  await plan({ early: true, torn: true, foreign: [{ outTradeNo: 'X', amount: '1' }] });
  sandbox.close();
  sandbox = new TestSandbox({ runtime: sandbox.runtime, dataDir: sandbox.dataDir });
  const text = (await detailsOf()).join('\n');
  expect(text).not.toContain('列表结束');
  expect(text).toContain('X\t,交易');
});
