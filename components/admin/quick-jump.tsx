'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { JumpList } from './jump-list';

/** ⌘K, or Ctrl+K: goes to a section of the dashboard, or looks for something in its lists. */
export function QuickJump() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" className="gap-1.5 px-3" aria-label="快速跳转" title="⌘K 或 Ctrl+K">
          <Search aria-hidden className="size-5" />
          <kbd className="rounded-md border px-1.5 font-sans text-muted-foreground text-xs max-sm:hidden">⌘K</kbd>
        </Button>
      </DialogTrigger>
      <DialogContent title="快速跳转" onKeyDown={walk}>
        <Jump onLeave={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

/** The arrow keys go through the box and the links below it; Enter in the box takes the first link. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('input, a'));
  const [box, first] = stops;
  if (event.key === 'Enter' && event.target === box && !event.nativeEvent.isComposing) first?.click();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % stops.length)?.focus();
}

function Jump({ onLeave }: { onLeave: () => void }) {
  const [text, setText] = useState('');
  return (
    <>
      <Input
        type="search"
        aria-label="去哪里，或找什么"
        placeholder="栏目、订单号、用户、课程……"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <JumpList text={text} onLeave={onLeave} />
    </>
  );
}
