import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

const TONES = {
  info: { icon: Info, className: 'bg-info-soft text-info-ink' },
  success: { icon: CircleCheck, className: 'bg-success-soft text-success-ink' },
  warning: { icon: TriangleAlert, className: 'bg-primary-soft text-primary-ink' },
  danger: { icon: CircleAlert, className: 'bg-danger-soft text-danger-ink' },
} as const;

export type Tone = keyof typeof TONES;

type AlertProps = Omit<ComponentProps<'div'>, 'title'> & { tone?: Tone; title?: ReactNode };

/** A message in the page. Pass role="alert" only for what has just gone wrong. */
export function Alert({ tone = 'info', title, className, children, ...props }: AlertProps) {
  const { icon: Icon, className: colours } = TONES[tone];
  return (
    <div className={cn('flex gap-3 rounded-lg px-4 py-3', colours, className)} {...props}>
      <Icon aria-hidden className="mt-1 size-5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
