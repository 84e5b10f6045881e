import type { Metadata } from 'next';
import { ChartFigure } from '@/app/admin/_components/chart-figure';
import { DayTable } from '@/app/admin/_components/day-table';
import { AdminHeader } from '@/components/admin/admin-header';
import { FigureCards } from '@/components/admin/figure-cards';
import { LazyDayChart } from '@/components/admin/lazy-day-chart';
import { Card } from '@/components/ui/card';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/guards';
import { getWechatOverview, type WechatOverview } from '@/lib/data/admin/wechat-overview';
import { choiceParam } from '@/lib/domain/admin/search-path';
import { sumWechat } from '@/lib/domain/admin/wechat-overview';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { WECHAT_CHART_NAMES, WECHAT_CHARTS, wechatColumns, wechatDrawing } from './_components/charts';
import { Connection, Quotas } from './_components/connection';

export const metadata: Metadata = { title: '公众号' };

const chartParam = choiceParam(WECHAT_CHART_NAMES);

export default async function WechatPage({ searchParams }: PageProps<'/admin/wechat'>) {
  await requireAdmin();
  const name = chartParam.parse((await searchParams).chart) ?? 'messages';
  const overview = await getWechatOverview();
  const { series } = overview;
  const { about } = WECHAT_CHARTS[name];
  return (
    <>
      <AdminHeader title="公众号" description={`截至 ${shanghaiMinute(new Date())}，按北京时间的日期统计`} />
      <div className="grid gap-4">
        <FigureCards figures={figuresOf(overview)} className="sm:grid-cols-3 xl:grid-cols-6" />
        <Card className="min-w-0 overflow-hidden p-0 sm:p-0">
          <h2 className="sr-only">近 30 天</h2>
          <TabLinks
            label="图表"
            tabs={WECHAT_CHART_NAMES.map((each) => ({
              href: each === 'messages' ? '/admin/wechat' : `/admin/wechat?chart=${each}`,
              label: WECHAT_CHARTS[each].label,
              current: each === name,
            }))}
          />
          <ChartFigure about={about}>
            <LazyDayChart {...wechatDrawing(name, series)} />
          </ChartFigure>
          <DayTable label={`近 30 天，${about}`} columns={wechatColumns(name)} rows={series} />
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Quotas quotas={overview.quotas} />
          <Connection {...overview} />
        </div>
      </div>
    </>
  );
}

function figuresOf({ followers, bound, series }: WechatOverview) {
  const [today, month] = [sumWechat(series, 1), sumWechat(series, series.length)];
  const monthly = (value: number) => `近 30 天 ${value}`;
  return [
    { label: '关注者', value: followers },
    { label: '已绑定账号', value: bound },
    { label: '今天新关注', value: today.followed, note: monthly(month.followed) },
    { label: '今天微信已接收', value: today.sent, note: monthly(month.sent) },
    { label: '今天已送达', value: today.delivered, note: monthly(month.delivered) },
    { label: '今天没有送达', value: today.failed, note: monthly(month.failed) },
  ];
}
