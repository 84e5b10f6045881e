import type { ReactNode } from 'react';

interface AdminHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Breadcrumbs, above the title. */
  above?: ReactNode;
  /** Buttons, at the right end. */
  actions?: ReactNode;
}

/** The h1 of a page of the dashboard. */
export function AdminHeader({ title, description, above, actions }: AdminHeaderProps) {
  return (
    <header className="grid gap-1 py-5">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="grid min-w-0 gap-0.5">
          <h1 className="font-bold text-xl sm:text-2xl">{title}</h1>
          {description && <p className="max-w-2xl text-muted-foreground text-sm">{description}</p>}
        </div>
        {actions}
      </div>
    </header>
  );
}
