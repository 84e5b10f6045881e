import { describe, expect, it } from 'vitest';
import { collect } from '@/tests/support/bill';
import { BillFormatError, readBill } from './bill';
import { judgePair } from './bill-match';

const HEADER = '支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,备注';
const END = '#----业务明细列表结束----';

async function* linesOf(...lines: string[]) {
  yield* ['#支付宝业务明细查询', '#----业务明细列表----', ...lines];
}

const read = (...lines: string[]) => collect(readBill(linesOf(...lines)));
const row = (cells: readonly string[]) => cells.map((cell) => `${cell}\t`).join(',');
const PAID = row(['T1', 'L_1', '交易', '2026-01-02 10:00:00', '299.05', '', '']);

describe('a bill', () => {
  it('has its columns by name, wherever they stand and however the unit is written', async () => {
    const [entry] = await read(
      '备注,订单金额(元),退款批次号/请求号,业务类型,完成时间,商户订单号,支付宝交易号,新的一列',
      row(['', '-12.3', 'R1', '退款', '2026-01-02 10:00:00', 'L_1', 'T1', '?']),
      END,
    );
    expect(entry).toMatchObject({ kind: 'refund', amountFen: -1230, outRequestNo: 'R1', subject: 'refund:L_1:R1' });
  });

  it('keeps commas, quotes and tabs within a cell apart from those around it', async () => {
    const [entry] = await read(HEADER, `T1\t,L_1\t,交易\t,\t,0.10\t,\t,"a, ""b"" c"\t`, END);
    expect(JSON.parse(entry?.raw ?? '')).toMatchObject({ 备注: 'a, "b" c', 商户订单号: 'L_1' });
    expect(entry).toMatchObject({ amountFen: 10, finishedAt: null });
  });

  it('may begin a row with an empty cell, padded or not', async () => {
    const header = '备注,支付宝交易号,商户订单号,业务类型,完成时间,订单金额(元),退款批次号/请求号';
    const [entry] = await read(header, ',T1,L_1,交易,,0.10,', END);
    expect(entry).toMatchObject({ tradeNo: 'T1', outTradeNo: 'L_1', amountFen: 10, outRequestNo: null });
  });

  it('may be empty', async () => {
    expect(await read(HEADER, END, '#交易合计：0笔，商家实收共0元')).toEqual([]);
  });

  it('counts a business we do not know by the way its money went', async () => {
    const rows = await read(
      HEADER,
      row(['T1', 'L_1', '转账', '', '-5', 'X', '']),
      row(['T2', 'L_2', '转账', '', '5.00', '', '']),
      END,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['refund', 'payment']);
  });

  it.each([
    ['ends early', [HEADER, PAID]],
    ['has no header', [END]],
    ['lacks a column', ['支付宝交易号,商户订单号', END]],
    ['has a short row', [HEADER, 'T1,L_1,交易', END]],
    ['has a row without an amount', [HEADER, PAID.replace('299.05', 'much'), END]],
    ['has a third decimal', [HEADER, PAID.replace('299.05', '299.055'), END]],
    ['has an amount that no column holds', [HEADER, PAID.replace('299.05', '21474836.48'), END]],
    ['has a row without a number', [HEADER, PAID.replace('T1', ''), END]],
    ['has rows after its end', [HEADER, END, PAID]],
    ['announces rows it does not have', [HEADER, PAID, END, '#交易合计：2笔，商家实收共299.05元']],
    ['has refunds it does not announce', [HEADER, row(['T', 'L', '退款', '', '-1', 'R', '']), END, '#退款合计：0笔，']],
  ])('is refused when it %s', async (_, lines) => {
    await expect(read(...lines)).rejects.toThrow(BillFormatError);
  });
});

const ours = (amountFen: number, isDone = true) => ({ amountFen, isDone });
const theirs = (amountFen: number) => ({ amountFen });

it.each([
  ['the same', ours(100), theirs(100), 'matched'],
  ['the same refund', ours(-100), theirs(-100), 'matched'],
  ['one fen more', ours(100), theirs(101), 'amount_differs'],
  ['an amount we asked for and never saw paid', ours(100, false), theirs(100), 'theirs_only'],
  ['another amount on what we never saw paid', ours(100, false), theirs(1), 'amount_differs'],
  ['nothing of ours', null, theirs(100), 'theirs_only'],
  ['nothing of theirs', ours(100), null, 'ours_only'],
  ['nothing of theirs, and ours is still open', ours(100, false), null, 'matched'],
  ['a refund instead of a payment', ours(100), theirs(-100), 'amount_differs'],
])('%s', (_, our, their, verdict) => {
  expect(judgePair({ ours: our, theirs: their })).toBe(verdict);
});
