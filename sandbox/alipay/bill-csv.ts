import { formatYuan, parseYuan } from './amount';
import { formatBeijing } from './beijing-time';
import type { BillRow } from './bill-rows';

const DETAIL = [
  '支付宝交易号',
  '商户订单号',
  '业务类型',
  '商品名称',
  '创建时间',
  '完成时间',
  '门店编号',
  '门店名称',
  '操作员',
  '终端号',
  '对方账户',
  '订单金额（元）',
  '商家实收（元）',
  '支付宝红包（元）',
  '集分宝（元）',
  '支付宝优惠（元）',
  '商家优惠（元）',
  '券核销金额（元）',
  '券名称',
  '商家红包消费金额（元）',
  '卡消费金额（元）',
  '退款批次号/请求号',
  '服务费（元）',
  '分润（元）',
  '备注',
];

const SUMMARY = [
  '门店编号',
  '门店名称',
  '交易订单总笔数',
  '退款订单总笔数',
  '订单金额（元）',
  '商家实收（元）',
  '支付宝优惠（元）',
  '商家优惠（元）',
  '卡消费金额（元）',
  '服务费（元）',
  '分润（元）',
  '实收净额（元）',
];

const ZERO = '0.00';
const RULE = '-'.repeat(36);

interface Bill {
  readonly account: string;
  /** `yyyy-MM-dd` */
  readonly date: string;
  readonly now: number;
  readonly rows: readonly BillRow[];
}

/** `…_业务明细.csv`: every row, with the frame lines and totals around it. */
export function detailCsv(bill: Bill): string {
  const [paid, refunded] = [sumOf(bill.rows, '交易'), sumOf(bill.rows, '退款')];
  return text([
    '#支付宝业务明细查询',
    ...frame(bill),
    `#${RULE}业务明细列表${RULE}`,
    DETAIL.join(','),
    ...bill.rows.map((row) => cells(detailCells(row))),
    `#${RULE}业务明细列表结束${RULE}`,
    `#交易合计：${paid.count}笔，商家实收共${paid.yuan}元，商家优惠共0.00元`,
    `#退款合计：${refunded.count}笔，商家实收退款共${refunded.yuan}元，商家优惠退款共0.00元`,
    `#导出时间：[${formatBeijing(bill.now)}]`,
  ]);
}

/** `…_业务明细(汇总).csv`: one line for the only shop, and the total. */
export function summaryCsv(bill: Bill): string {
  const [paid, refunded] = [sumOf(bill.rows, '交易'), sumOf(bill.rows, '退款')];
  const net = signed(paid.fen + refunded.fen);
  const totals = [String(paid.count), String(refunded.count), net, net, ZERO, ZERO, ZERO, ZERO, ZERO, net];
  return text([
    '#支付宝业务汇总查询',
    ...frame(bill),
    `#${RULE}业务汇总列表${RULE}`,
    SUMMARY.join(','),
    cells(['', '', ...totals]),
    cells(['合计', '', ...totals]),
    `#${RULE}业务汇总列表结束${RULE}`,
    `#导出时间：[${formatBeijing(bill.now)}]`,
  ]);
}

const frame = ({ account, date }: Bill): string[] => [
  `#账号：[${account}0156]`,
  `#起始日期：[${chinese(date, 0)}]   终止日期：[${chinese(date, 1)}]`,
];

function detailCells(row: BillRow): string[] {
  return [
    row.tradeNo,
    row.outTradeNo,
    row.kind,
    row.subject,
    formatBeijing(row.createdAt),
    formatBeijing(row.finishedAt),
    '',
    '',
    '',
    '',
    row.account,
    row.amount,
    row.amount,
    ...Array.from({ length: 5 }, () => ZERO),
    '',
    ZERO,
    ZERO,
    row.outRequestNo,
    ZERO,
    ZERO,
    '',
  ];
}

/** Padded with a tab, so that spreadsheets leave long numbers alone. */
const cells = (values: readonly string[]): string =>
  values.map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"\t` : `${value}\t`)).join(',');

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

function sumOf(rows: readonly BillRow[], kind: BillRow['kind']) {
  const own = rows.filter((row) => row.kind === kind);
  const fen = own.reduce((sum, row) => sum + fenOf(row.amount), 0);
  return { count: own.length, fen, yuan: signed(fen) };
}

const fenOf = (amount: string): number =>
  (amount.startsWith('-') ? -1 : 1) * (parseYuan(amount.replace(/^-/, '')) ?? 0);

const signed = (fen: number): string => (fen < 0 ? `-${formatYuan(-fen)}` : formatYuan(fen));

/** `2026年01月02日 00:00:00`, so many days later. */
function chinese(date: string, days: number): string {
  const [year, month, day] = formatBeijing(Date.parse(`${date}T00:00:00+08:00`) + days * 86_400_000)
    .slice(0, 10)
    .split('-');
  return `${year}年${month}月${day}日 00:00:00`;
}
