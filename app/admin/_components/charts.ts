import type { DayFigures, Figure } from '@/lib/domain/admin/overview';

/** The charts of the overview, by their name in the address. */
export const CHARTS = {
  revenue: { label: '收入', unit: 'fen', series: [{ key: 'revenueFen', name: '收入' }] },
  orders: {
    label: '订单',
    unit: 'count',
    series: [
      { key: 'paidOrders', name: '已支付' },
      { key: 'pendingOrders', name: '待支付' },
    ],
  },
  students: {
    label: '学员',
    unit: 'count',
    series: [
      { key: 'newStudents', name: '新学员' },
      { key: 'boundStudents', name: '绑定微信' },
    ],
  },
  messages: {
    label: '消息',
    unit: 'count',
    series: [
      { key: 'sentMessages', name: '已发送' },
      { key: 'failedMessages', name: '失败' },
    ],
  },
} as const satisfies Record<
  string,
  { label: string; unit: 'fen' | 'count'; series: readonly { key: Figure; name: string }[] }
>;

export const CHART_NAMES = ['revenue', 'orders', 'students', 'messages'] as const satisfies (keyof typeof CHARTS)[];
export type ChartName = (typeof CHART_NAMES)[number];

/** The points of a chart: `11-20` and the values of its series. */
export const pointsOf = (name: ChartName, series: readonly DayFigures[]) =>
  series.map((figures) => ({
    label: figures.day.slice(5),
    ...Object.fromEntries(CHARTS[name].series.map(({ key }) => [key, figures[key]])),
  }));
