import { yuanText } from '@/lib/domain/money';
import type { BillFile } from '@/lib/gateways/alipay/gateway';

/** One row of a bill. The amount is in fen, signed. */
interface BillLine {
  readonly outTradeNo: string;
  readonly amountFen: number;
  /** Of a refund. */
  readonly outRequestNo?: string;
}

const HEADER = '支付宝交易号,商户订单号,业务类型,商品名称,完成时间,订单金额（元）,退款批次号/请求号';

/** A bill's detail file, as the gateway hands it over. */
export const billOf = (rows: Iterable<BillLine>, finishedAt = '2026-01-02 12:00:00'): BillFile => ({
  lines: async function* () {
    yield* ['#支付宝业务明细查询', '#----业务明细列表----', HEADER];
    for (const row of rows) yield lineOf(row, finishedAt);
    yield '#----业务明细列表结束----';
  },
  discard: async () => {},
});

function lineOf({ outTradeNo, amountFen, outRequestNo }: BillLine, finishedAt: string): string {
  const amount = `${amountFen < 0 ? '-' : ''}${yuanText(Math.abs(amountFen))}`;
  const kind = outRequestNo === undefined ? '交易' : '退款';
  const cells = [`T-${outTradeNo}`, outTradeNo, kind, '路飞学城', finishedAt, amount, outRequestNo ?? ''];
  return cells.map((cell) => `${cell}\t`).join(',');
}

/** All of what comes one after the other. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
