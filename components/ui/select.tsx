'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { CONTROL } from './control';
import { useFieldControl } from './field-context';

/** The browser's own select: works without JavaScript, and phones show their own picker. Children are <option>s. */
export function Select({ className, defaultValue, ...props }: ComponentProps<'select'>) {
  const { control, typed } = useFieldControl();
  const start = typed ?? defaultValue;
  const initial = props.value === undefined ? { defaultValue: start } : {};
  return (
    <span className={cn('relative block', className)}>
      {/* The key: resetting a form does not bring a select back to a changed defaultValue, a new element does. */}
      <select
        key={String(start)}
        {...control}
        {...initial}
        className={cn(CONTROL, 'appearance-none truncate pr-10')}
        {...props}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
