import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

interface StatProps {
  label: string;
  /** The figure of today. */
  today: ReactNode;
  /** The same over longer times. */
  longer: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** One figure at a glance: today large, longer times below. */
export function Stat({ label, today, longer }: StatProps) {
  return (
    <Card className="grid min-w-0 content-start gap-2 p-3 sm:p-4">
      <h3 className="text-muted-foreground text-sm">{label}</h3>
      <p className="flex flex-wrap items-baseline gap-x-2 font-bold text-lg tabular-nums sm:text-2xl">
        {today}
        <span className="whitespace-nowrap font-normal text-muted-foreground text-xs">今天</span>
      </p>
      <dl className="grid gap-x-2 gap-y-1 border-t pt-2 text-sm tabular-nums sm:grid-cols-2">
        {longer.map((span) => (
          <div key={span.label} className="flex flex-wrap justify-between gap-x-2 sm:block">
            <dt className="text-muted-foreground text-xs">{span.label}</dt>
            <dd>{span.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
