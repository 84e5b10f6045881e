import type { Column } from '@/components/admin/data-table';
import type { DayChartProps } from '@/components/admin/day-chart-props';
import {
  conversionOf,
  type DayFigures,
  type DiscountSeries,
  lagText,
  percentText,
  refundRateOf,
  revenueOf,
} from '@/lib/domain/admin/overview';
import { formatYuan } from '@/lib/domain/money';

type Row = DayFigures;

interface Chart {
  /** The name of its tab. */
  readonly label: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  readonly unit: DayChartProps['unit'];
  readonly series: readonly { readonly name: string; readonly of: (row: Row) => number | null }[];
  /** The columns of the table behind it, beside the day. */
  readonly columns: readonly Column<Row>[];
}

const number = (header: string, cell: (row: Row) => string | number): Column<Row> => ({ header, cell, numeric: true });

/** The charts of the overview, by their name in the address. `discounts` is the one that is drawn from other figures. */
export const CHARTS = {
  revenue: {
    label: '收入',
    about: '每天的净收入：当天收到的现金减去当天退回的现金',
    unit: 'fen',
    series: [{ name: '净收入', of: revenueOf }],
    columns: [
      number('收款', ({ receivedFen }) => formatYuan(receivedFen)),
      number('退款', ({ refundedFen }) => formatYuan(refundedFen)),
      number('净收入', (row) => formatYuan(revenueOf(row))),
    ],
  },
  orders: {
    label: '订单',
    about: '每天提交的和支付的订单',
    unit: 'count',
    series: [
      { name: '提交', of: ({ placedOrders }) => placedOrders },
      { name: '支付', of: ({ paidOrders }) => paidOrders },
    ],
    columns: [
      number('提交', ({ placedOrders }) => placedOrders),
      number('支付', ({ paidOrders }) => paidOrders),
      number('还在等待支付', ({ pendingOrders }) => pendingOrders),
    ],
  },
  conversion: {
    label: '转化率',
    about: '每天提交的订单里，后来支付了的百分比',
    unit: 'percent',
    series: [{ name: '转化率', of: conversionOf }],
    columns: [
      number('提交', ({ placedOrders }) => placedOrders),
      number('其中已支付', ({ placedPaid }) => placedPaid),
      number('转化率', (row) => percentText(conversionOf(row))),
    ],
  },
  refunds: {
    label: '退款率',
    about: '每天收到的现金里，后来退回了的百分比',
    unit: 'percent',
    series: [{ name: '退款率', of: refundRateOf }],
    columns: [
      number('收款', ({ receivedFen }) => formatYuan(receivedFen)),
      number('其中已退', ({ paidBackFen }) => formatYuan(paidBackFen)),
      number('退款率', (row) => percentText(refundRateOf(row))),
    ],
  },
  lag: {
    label: '支付用时',
    about: '每天支付的订单从提交到支付用了多久，取中位数',
    unit: 'seconds',
    series: [{ name: '支付用时', of: ({ lagSeconds }) => lagSeconds }],
    columns: [
      number('支付', ({ paidOrders }) => paidOrders),
      number('用时中位数', ({ lagSeconds }) => lagText(lagSeconds)),
    ],
  },
  students: {
    label: '学员',
    about: '每天新注册的和绑定微信的学员',
    unit: 'count',
    series: [
      { name: '新学员', of: ({ newStudents }) => newStudents },
      { name: '绑定微信', of: ({ boundStudents }) => boundStudents },
    ],
    columns: [
      number('新学员', ({ newStudents }) => newStudents),
      number('绑定微信', ({ boundStudents }) => boundStudents),
    ],
  },
  messages: {
    label: '消息',
    about: '每天发出的和失败的微信消息',
    unit: 'count',
    series: [
      { name: '已发送', of: ({ sentMessages }) => sentMessages },
      { name: '失败', of: ({ failedMessages }) => failedMessages },
    ],
    columns: [
      number('已发送', ({ sentMessages }) => sentMessages),
      number('失败', ({ failedMessages }) => failedMessages),
    ],
  },
} as const satisfies Record<string, Chart>;

export const CHART_NAMES = [
  'revenue',
  'orders',
  'conversion',
  'refunds',
  'discounts',
  'lag',
  'students',
  'messages',
] as const;

/** `2026-11-20` on the axis: `11-20`. */
const dayLabel = (day: string): string => day.slice(5);

/** What the chart of that name draws. */
export function drawingOf(name: keyof typeof CHARTS, rows: readonly Row[]): DayChartProps {
  const { unit, series } = CHARTS[name];
  return {
    unit,
    series: series.map((one) => ({ key: one.name, name: one.name })),
    points: rows.map((row) => ({
      label: dayLabel(row.day),
      ...Object.fromEntries(series.map((one) => [one.name, one.of(row)])),
    })),
  };
}

/** What coupons took off, one above the other. */
export const discountDrawing = ({ series, days }: DiscountSeries): DayChartProps => ({
  unit: 'fen',
  isStacked: true,
  series,
  points: days.map(({ day, discounts }) => ({ label: dayLabel(day), ...discounts })),
});
