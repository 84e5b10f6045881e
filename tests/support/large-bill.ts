import { detailCsv, summaryCsv } from '@/sandbox/alipay/bill-csv';
import { encodeGbk } from '@/sandbox/alipay/gbk';
import { zipOf } from '@/sandbox/alipay/zip';

interface LargeBill {
  readonly account: string;
  /** `yyyy-MM-dd` */
  readonly day: string;
  /** In the order of the rows. */
  readonly outTradeNos: readonly string[];
  /** Yuan, each row's. */
  readonly amount: string;
}

/** A day's bill as Alipay would pack it: one payment a row, all at noon in Beijing. */
export function largeBill({ account, day, outTradeNos, amount }: LargeBill): Buffer {
  const noon = Date.parse(`${day}T12:00:00+08:00`);
  const rows = outTradeNos.map((outTradeNo) => ({
    kind: '交易' as const,
    tradeNo: `T${outTradeNo}`,
    outTradeNo,
    outRequestNo: '',
    subject: '路飞学城 从零开始学 Python',
    createdAt: noon,
    finishedAt: noon,
    amount,
    account: 'luf***@sandbox.com',
  }));
  const bill = { account, date: day, now: noon, rows };
  const name = `${account}0156_${day.replaceAll('-', '')}_业务明细`;
  return zipOf([
    { name: encodeGbk(`${name}(汇总).csv`), data: encodeGbk(summaryCsv(bill)) },
    { name: encodeGbk(`${name}.csv`), data: encodeGbk(detailCsv(bill)) },
  ]);
}
