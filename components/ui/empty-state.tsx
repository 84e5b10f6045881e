import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  /** What to do next: a Button. */
  action?: ReactNode;
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed bg-card px-6 py-16 text-center">
      <span className="flex size-16 items-center justify-center rounded-full bg-primary-soft text-primary-ink">
        <Icon aria-hidden className="size-8" />
      </span>
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <div className="max-w-md text-balance text-muted-foreground">{children}</div>}
      {action}
    </div>
  );
}
