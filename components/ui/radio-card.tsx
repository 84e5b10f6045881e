import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type RadioCardProps = Omit<ComponentProps<'input'>, 'type' | 'title'> & {
  title: ReactNode;
  /** Shown at the right end, a price for example. */
  aside?: ReactNode;
  description?: ReactNode;
};

/** One choice of a radio group as a card. Put several with one `name` into a <fieldset> (see RadioCards). */
export function RadioCard({ title, aside, description, className, ...props }: RadioCardProps) {
  return (
    <label
      className={cn(
        'flex min-h-14 items-center gap-3 rounded-lg border border-input bg-card px-4 py-2.5 transition-colors',
        'hover:bg-muted has-checked:border-primary-ink has-checked:bg-primary-soft has-checked:ring-1',
        'has-checked:ring-primary-ink has-disabled:cursor-not-allowed has-disabled:bg-muted has-disabled:opacity-70',
        'has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2',
        className,
      )}
    >
      <input type="radio" className="size-4 shrink-0 accent-primary-ink outline-none" {...props} />
      <span className="grid min-w-0 flex-1">
        <span className="font-medium">{title}</span>
        {description && <span className="text-muted-foreground text-sm">{description}</span>}
      </span>
      {aside && <span className="shrink-0 text-right">{aside}</span>}
    </label>
  );
}

interface RadioCardsProps {
  legend: ReactNode;
  children: ReactNode;
  className?: string;
  /** Keeps the legend for screen readers only. */
  hideLegend?: boolean;
}

export function RadioCards({ legend, children, className, hideLegend = false }: RadioCardsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-2 font-medium'}>{legend}</legend>
      <div className={cn('grid gap-2', className)}>{children}</div>
    </fieldset>
  );
}
