import { LazyDayChart } from '@/components/admin/lazy-day-chart';
import { getDiscounts } from '@/lib/data/admin/overview';
import { formatYuan } from '@/lib/domain/money';
import { ChartFigure } from './chart-figure';
import { discountDrawing } from './charts';
import { DayTable } from './day-table';

/** What each coupon took off, by day. */
export async function DiscountChart() {
  const discounts = await getDiscounts();
  if (discounts.series.length === 0) {
    return <p className="px-4 py-12 text-center text-muted-foreground">近 30 天支付的订单都没有用优惠券。</p>;
  }
  const columns = discounts.series.map(({ key, name }) => ({
    header: name,
    cell: (row: (typeof discounts.days)[number]) => formatYuan(row.discounts[key] ?? 0),
    numeric: true,
  }));
  return (
    <>
      <ChartFigure about="每天支付的订单里，各种优惠券优惠的金额">
        <LazyDayChart {...discountDrawing(discounts)} />
      </ChartFigure>
      <DayTable label="近 30 天各种优惠券每天优惠的金额" columns={columns} rows={discounts.days} />
    </>
  );
}
