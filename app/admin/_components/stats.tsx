import { Stat } from '@/components/admin/stat';
import {
  conversionOf,
  type DayFigures,
  type Figures,
  OVERVIEW_DAYS,
  percentText,
  revenueOf,
  sumLast,
} from '@/lib/domain/admin/overview';
import { formatYuan } from '@/lib/domain/money';

const STATS = [
  { label: '净收入', show: (figures: Figures) => formatYuan(revenueOf(figures)) },
  { label: '已支付订单', show: (figures: Figures) => figures.paidOrders },
  { label: '转化率', show: (figures: Figures) => percentText(conversionOf(figures)) },
  { label: '退款', show: (figures: Figures) => formatYuan(figures.refundedFen) },
  {
    label: '新学员 / 绑定微信',
    show: (figures: Figures) => `${figures.newStudents} / ${figures.boundStudents}`,
  },
  { label: '消息 发送 / 失败', show: (figures: Figures) => `${figures.sentMessages} / ${figures.failedMessages}` },
];

/** Today, the last 7 and the last 30 days, today included. */
export function Stats({ series }: { series: readonly DayFigures[] }) {
  const [today, week, month] = [sumLast(series, 1), sumLast(series, 7), sumLast(series, OVERVIEW_DAYS)];
  return (
    <section aria-label="今天、近 7 天和近 30 天" className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-3">
      <h2 className="sr-only">今天、近 7 天和近 30 天</h2>
      {STATS.map(({ label, show }) => (
        <Stat
          key={label}
          label={label}
          today={show(today)}
          longer={[
            { label: '近 7 天', value: show(week) },
            { label: '近 30 天', value: show(month) },
          ]}
        />
      ))}
    </section>
  );
}
