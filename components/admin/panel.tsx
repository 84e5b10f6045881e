import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';

interface PanelProps {
  title: ReactNode;
  /** A link to more of it, at the right end of the title. */
  aside?: ReactNode;
  /** For tables, which bring their own spacing. */
  flush?: boolean;
  children: ReactNode;
  className?: string;
}

/** One part of a detail page. */
export function Panel({ title, aside, flush = false, children, className }: PanelProps) {
  return (
    <Card className={cn('min-w-0 overflow-hidden p-0 sm:p-0', className)}>
      <div className="flex min-h-11 items-center justify-between gap-3 border-b px-4 py-1.5">
        <h2 className="font-semibold">{title}</h2>
        {aside}
      </div>
      <div className={cn(!flush && 'p-4')}>{children}</div>
    </Card>
  );
}

/** In a panel that has nothing to list. */
export function PanelEmpty({ children }: { children: ReactNode }) {
  return <p className="px-4 py-6 text-center text-muted-foreground text-sm">{children}</p>;
}
