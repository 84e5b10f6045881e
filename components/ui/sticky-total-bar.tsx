import type { ReactNode } from 'react';

interface StickyTotalBarProps {
  /** The amount and what it is. */
  total: ReactNode;
  /** The one thing to do next. */
  action: ReactNode;
}

/** The bar at the foot of a phone's screen on money pages; wider screens show the total beside the lines.
 * The stylesheet gives the footer room above it. */
export function StickyTotalBar({ total, action }: StickyTotalBarProps) {
  return (
    <div
      data-sticky-bar
      className="fixed inset-x-0 bottom-0 z-40 border-t bg-card pb-[env(safe-area-inset-bottom)] shadow-card lg:hidden"
    >
      <div className="container-page flex min-h-16 items-center justify-between gap-3 py-2">
        <div className="min-w-0">{total}</div>
        <div className="shrink-0">{action}</div>
      </div>
    </div>
  );
}
