import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { LazyDayChart } from '@/components/admin/lazy-day-chart';
import { Card } from '@/components/ui/card';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/guards';
import { getOverview } from '@/lib/data/admin/overview';
import { choiceParam } from '@/lib/domain/admin/search-path';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { ChartFigure } from './_components/chart-figure';
import { CHART_NAMES, CHARTS, drawingOf } from './_components/charts';
import { DayTable } from './_components/day-table';
import { DiscountChart } from './_components/discount-chart';
import { Stats } from './_components/stats';

export const metadata: Metadata = { title: '概览' };

const chartParam = choiceParam(CHART_NAMES);

export default async function OverviewPage({ searchParams }: PageProps<'/admin'>) {
  await requireAdmin();
  const name = chartParam.parse((await searchParams).chart) ?? 'revenue';
  const series = await getOverview();
  return (
    <>
      <AdminHeader title="概览" description={`截至 ${shanghaiMinute(new Date())}，按北京时间的日期统计`} />
      <div className="grid gap-6">
        <Stats series={series} />
        <Card className="min-w-0 overflow-hidden p-0 sm:p-0">
          <h2 className="sr-only">近 30 天</h2>
          <TabLinks
            label="图表"
            tabs={CHART_NAMES.map((each) => ({
              href: each === 'revenue' ? '/admin' : `/admin?chart=${each}`,
              label: each === 'discounts' ? '优惠' : CHARTS[each].label,
              current: each === name,
            }))}
          />
          {name === 'discounts' ? (
            <DiscountChart />
          ) : (
            <>
              <ChartFigure about={CHARTS[name].about}>
                <LazyDayChart {...drawingOf(name, series)} />
              </ChartFigure>
              <DayTable label={`近 30 天，${CHARTS[name].about}`} columns={CHARTS[name].columns} rows={series} />
            </>
          )}
        </Card>
      </div>
    </>
  );
}
