import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** The words beside the box. Without them pass aria-label. */
  label?: ReactNode;
};

export function Checkbox({ label, className, ...props }: CheckboxProps) {
  return (
    <label className={cn('inline-flex min-h-11 min-w-11 items-center gap-2.5', !label && 'justify-center', className)}>
      <input type="checkbox" className="size-5 shrink-0 accent-primary disabled:cursor-not-allowed" {...props} />
      {label && <span>{label}</span>}
    </label>
  );
}
