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
    <Card className="grid content-start gap-2 p-4 sm:p-4">
      <h3 className="text-muted-foreground text-sm">{label}</h3>
      <p className="font-bold text-2xl tabular-nums">
        {today}
        <span className="ml-2 font-normal text-muted-foreground text-xs">今天</span>
      </p>
      <dl className="grid grid-cols-2 gap-2 border-t pt-2 text-sm tabular-nums">
        {longer.map((span) => (
          <div key={span.label}>
            <dt className="text-muted-foreground text-xs">{span.label}</dt>
            <dd>{span.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
