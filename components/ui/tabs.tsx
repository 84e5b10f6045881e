'use client';

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { cn } from './cn';

interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string;
  /** `id` stays when the label, with a count in it, changes. */
  tabs: readonly { readonly id: string; readonly label: string; readonly panel: ReactNode }[];
}

/** Where an arrow, Home or End leads among `count` tabs; null for any other key. */
function target(key: string, current: number, count: number): number | null {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Tabs within a page. Without JavaScript all panels are there, one below the other. */
export function Tabs({ label, tabs }: TabsProps) {
  const id = useId();
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const next = target(event.key, current, tabs.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.parentElement?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="grid gap-3">
      <div role="tablist" aria-label={label} className="noscript:hidden flex gap-1 border-b">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            aria-selected={index === current}
            aria-controls={`${id}-panel-${tab.id}`}
            tabIndex={index === current ? 0 : -1}
            onClick={() => setCurrent(index)}
            onKeyDown={move}
            className={cn(
              'inline-flex min-h-11 items-center border-transparent border-b-2 px-3 text-muted-foreground text-sm',
              'hover:text-foreground aria-selected:border-primary aria-selected:font-semibold aria-selected:text-foreground',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${id}-panel-${tab.id}`}
          aria-labelledby={`${id}-tab-${tab.id}`}
          className={cn(index !== current && 'noscript:block hidden')}
        >
          <p className="noscript:block hidden pb-2 font-medium text-sm">{tab.label}</p>
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
