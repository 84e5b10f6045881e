'use client';

import { Keyboard, Menu } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { type DraftButton, MENU_KEY_LABELS, MENU_LIMITS, shownName } from '@/lib/domain/wechat/menu-draft';

type Shown = Pick<DraftButton, 'name' | 'type' | 'key' | 'url'>;

const words = ({ type, key, url }: Shown): string =>
  type === 'click' ? `公众号会回复「${MENU_KEY_LABELS[key]}」` : `会打开 ${url.trim() || '还没填的网页'}`;

/** A phone with the account's chat open: the menu at the bottom opens and answers as it will there. */
export function MenuPhone({ draft }: { draft: readonly DraftButton[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const [pressed, setPressed] = useState('');
  const press = (button: Shown) => {
    setPressed(words(button));
    setOpen(null);
  };
  return (
    <div className="mx-auto grid w-full max-w-72 grid-rows-[auto_1fr_auto] overflow-hidden rounded-[2rem] border-8 border-footer bg-muted text-foreground shadow-card dark:border-input">
      <p className="border-b bg-card px-4 py-2 text-center font-semibold text-sm">路飞学城</p>
      <div className="grid min-h-72 content-end gap-3 p-3 text-sm">
        <p className="mx-auto rounded-md bg-card px-2 text-muted-foreground text-xs">点下面的菜单试试</p>
        <p role="status" className={cn('min-h-10 break-words', pressed !== '' && 'rounded-md bg-card p-2.5')}>
          {pressed}
        </p>
      </div>
      <div className="flex border-t bg-card text-sm">
        <span className="grid w-10 shrink-0 place-items-center border-r text-muted-foreground">
          <Keyboard aria-hidden className="size-4" />
        </span>
        {draft.length === 0 && <p className="flex-1 content-center px-3 py-3 text-muted-foreground">没有菜单</p>}
        {draft.map((button, place) => (
          <BottomButton
            // oxlint-disable-next-line react/no-array-index-key -- drawn anew from what is typed, nothing in it has a state
            key={place}
            button={button}
            // So that a wide list stays on the screen.
            listSide={place === 0 ? 'left-1' : place === draft.length - 1 ? 'right-1' : 'left-1/2 -translate-x-1/2'}
            isOpen={open === place}
            onToggle={() => setOpen(open === place ? null : place)}
            onPress={press}
          />
        ))}
      </div>
    </div>
  );
}

interface BottomButtonProps {
  button: DraftButton;
  listSide: string;
  isOpen: boolean;
  onToggle: () => void;
  onPress: (button: Shown) => void;
}

function BottomButton({ button, listSide, isOpen, onToggle, onPress }: BottomButtonProps) {
  const isList = button.type === 'list';
  return (
    <div className="relative min-w-0 flex-1 border-r last:border-r-0">
      {isList && isOpen && (
        <ul
          className={cn(
            'absolute bottom-full z-10 mb-1.5 w-max divide-y rounded-md border bg-card shadow-card',
            listSide,
          )}
        >
          {button.items.length === 0 && <li className="px-3 py-2 text-muted-foreground">还没有</li>}
          {button.items.map((item, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- drawn anew from what is typed, nothing in it has a state
            <li key={index}>
              <button
                type="button"
                onClick={() => onPress(item)}
                className="min-h-11 w-full whitespace-nowrap px-3 text-center hover:bg-muted"
              >
                {shownName(item.name, MENU_LIMITS.shownItemCharacters) || '没有名称'}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        aria-expanded={isList ? isOpen : undefined}
        onClick={() => (isList ? onToggle() : onPress(button))}
        className="flex min-h-12 w-full items-center justify-center gap-1 px-1 hover:bg-muted"
      >
        {isList && <Menu aria-hidden className="size-3 shrink-0 text-muted-foreground" />}
        <span className="truncate">{shownName(button.name, MENU_LIMITS.shownCharacters) || '没有名称'}</span>
      </button>
    </div>
  );
}
