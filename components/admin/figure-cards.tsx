import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string;
}

/** Figures side by side, each with its name above and a note below. */
export function FigureCards({ figures, className }: { figures: readonly Figure[]; className?: string }) {
  return (
    <dl className={cn('grid grid-cols-2 gap-3', className)}>
      {figures.map(({ label, value, note }) => (
        <div
          key={label}
          className="grid content-start gap-0.5 rounded-lg border bg-card p-3 text-card-foreground shadow-card"
        >
          <dt className="text-muted-foreground text-sm">{label}</dt>
          <dd className="break-words font-bold text-lg tabular-nums">{value}</dd>
          {note && <dd className="text-muted-foreground text-xs">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
