'use client';

import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { lagText, percentText } from '@/lib/domain/admin/overview';
import { formatYuan } from '@/lib/domain/money';
import { CHART_HEIGHT, type DayChartProps } from './day-chart-props';

const TICK = { fill: 'var(--muted-foreground)', fontSize: 12 };
const FILLS = ['var(--primary)', 'var(--link)', 'var(--success-ink)', 'var(--danger)', 'var(--input)'];
const POPUP = {
  background: 'var(--card)',
  border: '1px solid var(--border)',
  borderRadius: 8,
  color: 'var(--card-foreground)',
};

/** A quiet month still gets an axis with different figures on it. */
const LEAST_TOP = { fen: 400, count: 4, percent: 100, seconds: 60 } as const;

const compact = new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 });

const AXIS_TEXT: Readonly<Record<DayChartProps['unit'], (value: number) => string>> = {
  fen: (value) => `¥${compact.format(value / 100)}`,
  count: (value) => compact.format(value),
  percent: (value) => `${value}%`,
  seconds: (value) => (value < 60 ? `${value} 秒` : `${compact.format(value / 60)} 分`),
};

const FULL_TEXT: Readonly<Record<DayChartProps['unit'], (value: number) => string>> = {
  fen: formatYuan,
  count: String,
  percent: percentText,
  seconds: lagText,
};

// The legend's own text is as pale as the bar it names.
const legendText = (name: ReactNode) => <span className="text-muted-foreground text-sm">{name}</span>;

/** Bars by day. The table behind it says the same in words, so that this is for the eye alone. */
export function DayChart({ points, series, unit, isStacked = false }: DayChartProps) {
  const values = points.flatMap((point) =>
    isStacked
      ? [series.reduce((sum, { key }) => sum + Number(point[key]), 0)]
      : series.map(({ key }) => Number(point[key])),
  );
  const top = Math.max(...values) < LEAST_TOP[unit] ? LEAST_TOP[unit] : 'auto';
  // Only revenue can be below nothing: on a day on which more went back than came.
  const bottom = Math.min(...values) < 0 ? 'auto' : 0;
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <BarChart data={[...points]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={false} minTickGap={16} />
        <YAxis
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={52}
          allowDecimals={false}
          domain={[bottom, top]}
          tickFormatter={AXIS_TEXT[unit]}
        />
        <Tooltip
          contentStyle={POPUP}
          cursor={{ fill: 'var(--muted)' }}
          formatter={(value) => FULL_TEXT[unit](Number(value))}
        />
        {series.length > 1 && <Legend iconType="circle" iconSize={8} itemSorter={null} formatter={legendText} />}
        {series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.name}
            fill={FILLS[index] ?? 'var(--link)'}
            {...(isStacked ? { stackId: 'all' } : { radius: [3, 3, 0, 0] })}
            maxBarSize={20}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
