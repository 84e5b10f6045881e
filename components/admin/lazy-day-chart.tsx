'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import { CHART_HEIGHT, type DayChartProps } from './day-chart-props';

// Only the page that shows a chart loads the library that draws it, and after everything else.
const DayChart = dynamic(() => import('./day-chart').then((module) => module.DayChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

export function LazyDayChart(props: DayChartProps) {
  return (
    <div aria-hidden style={{ height: CHART_HEIGHT }}>
      <DayChart {...props} />
    </div>
  );
}
