'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';

interface LineToolsProps {
  /** What the line is called: 第 1 个按钮. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Up, down, and away; with JavaScript. At an end a button stays, so that the focus stays too. */
export function LineTools({ name, isFirst, isLast, onMove, onRemove }: LineToolsProps) {
  const isHydrated = useHydrated();
  if (!isHydrated) return null;
  const style = 'aria-disabled:opacity-40 sm:size-9 sm:min-h-9';
  return (
    <div className="flex shrink-0">
      <Button
        variant="ghost"
        size="icon"
        className={style}
        aria-label={`上移${name}`}
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        className={style}
        aria-label={`下移${name}`}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden className="size-4" />
      </Button>
      <Button variant="ghost" size="icon" className={style} aria-label={`删除${name}`} onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
