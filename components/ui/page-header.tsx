import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Breadcrumbs, above the title. */
  above?: ReactNode;
  /** Buttons, at the right end. */
  actions?: ReactNode;
}

export function PageHeader({ title, description, above, actions }: PageHeaderProps) {
  return (
    <header className="grid gap-2 pt-6 pb-6 sm:pt-8">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid min-w-0 gap-1">
          <h1 className="font-bold text-2xl sm:text-3xl">{title}</h1>
          {description && <p className="max-w-2xl text-muted-foreground">{description}</p>}
        </div>
        {actions}
      </div>
    </header>
  );
}
