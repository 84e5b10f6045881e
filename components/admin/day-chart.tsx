'use client';

import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatYuan } from '@/lib/domain/money';
import { CHART_HEIGHT, type DayChartProps } from './day-chart-props';

const TICK = { fill: 'var(--muted-foreground)', fontSize: 12 };
const FILLS = ['var(--primary)', 'var(--link)'];
const POPUP = {
  background: 'var(--card)',
  border: '1px solid var(--border)',
  borderRadius: 8,
  color: 'var(--card-foreground)',
};

/** A quiet month still gets an axis with different figures on it. */
const LEAST_TOP = { fen: 400, count: 4 } as const;

const compact = new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 });

// The legend's own text is as pale as the bar it names.
const legendText = (name: ReactNode) => <span className="text-muted-foreground text-sm">{name}</span>;

/** Bars by day. The table behind it says the same in words, so that this is for the eye alone. */
export function DayChart({ points, series, unit }: DayChartProps) {
  const axisText = (value: number) => (unit === 'fen' ? `¥${compact.format(value / 100)}` : compact.format(value));
  const highest = Math.max(...points.flatMap((point) => series.map(({ key }) => Number(point[key]))));
  const top = highest < LEAST_TOP[unit] ? LEAST_TOP[unit] : 'auto';
  const fullText = (value: unknown) => (unit === 'fen' ? formatYuan(Number(value)) : String(value));
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
          domain={[0, top]}
          tickFormatter={axisText}
        />
        <Tooltip contentStyle={POPUP} cursor={{ fill: 'var(--muted)' }} formatter={fullText} />
        {series.length > 1 && <Legend iconType="circle" iconSize={8} formatter={legendText} />}
        {series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.name}
            fill={FILLS[index] ?? 'var(--link)'}
            radius={[3, 3, 0, 0]}
            maxBarSize={20}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
