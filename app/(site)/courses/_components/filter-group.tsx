import type { ReactNode } from 'react';

export function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 font-semibold text-sm">{title}</p>
      <ul className="flex flex-wrap gap-x-1 lg:flex-col">{children}</ul>
    </div>
  );
}
