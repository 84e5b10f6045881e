'use client';

import { Plus } from 'lucide-react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { ActionState } from '@/lib/action-state';
import { buttonPrefix, itemPrefix, MENU_LIMITS } from '@/lib/domain/wechat/menu-draft';
import { ActionFields } from './action-fields';
import { EmptyPlaces } from './empty-places';
import { LineTools } from './line-tools';
import { type ButtonLine, type ItemLine, isNewLine, type LineCommands } from './use-menu-draft';

interface ButtonCardProps {
  button: ButtonLine;
  place: number;
  isLast: boolean;
  buttons: LineCommands<ButtonLine>;
  items: LineCommands<ItemLine>;
  state: ActionState;
}

const TYPES = ['list', 'click', 'view'] as const;
const ITEM_TYPES = ['click', 'view'] as const;

/** One of the buttons at the bottom, with those in its list. */
export function ButtonCard({ button, place, isLast, buttons, items, state }: ButtonCardProps) {
  const name = `第 ${place + 1} 个按钮`;
  return (
    <Card className="min-w-0 p-0 sm:p-0">
      <fieldset className="grid min-w-0">
        <legend className="sr-only">{name}</legend>
        <div className="flex min-h-11 items-center justify-between gap-2 border-b py-1 pr-2 pl-4">
          <p aria-hidden className="truncate font-semibold">
            {name}
            <span className="ml-2 font-normal text-muted-foreground text-sm">{button.name}</span>
          </p>
          <LineTools
            name={name}
            isFirst={place === 0}
            isLast={isLast}
            onMove={(by) => buttons.move(place, by)}
            onRemove={() => buttons.remove(place)}
          />
        </div>
        <div className="grid gap-4 p-4">
          <ActionFields
            prefix={buttonPrefix(place)}
            typed={button}
            change={(part) => buttons.change(place, part)}
            types={TYPES}
            nameBytes={MENU_LIMITS.nameBytes}
            state={state}
            isNew={isNewLine(button)}
          />
          {button.type === 'list' ? (
            <ItemLines {...{ button, place, items, state }} />
          ) : (
            <EmptyPlaces places={freeItems(place, 0)} types={ITEM_TYPES} />
          )}
        </div>
      </fieldset>
    </Card>
  );
}

const freeItems = (place: number, count: number) =>
  Array.from({ length: MENU_LIMITS.items - count }, (_, index) => ({
    prefix: itemPrefix(place, count + index),
    name: `二级菜单第 ${count + index + 1} 项`,
  }));

function ItemLines({ button, place, items, state }: Pick<ButtonCardProps, 'button' | 'place' | 'items' | 'state'>) {
  const isHydrated = useHydrated();
  const count = button.items.length;
  return (
    <div className="grid gap-3">
      {button.items.map((item, index) => (
        <ItemFields key={item.line} {...{ item, index, place, items, state }} isLast={index === count - 1} />
      ))}
      {isHydrated && (
        <Button
          variant="secondary"
          size="sm"
          className="justify-self-start"
          disabled={count === MENU_LIMITS.items}
          onClick={items.add}
        >
          <Plus aria-hidden className="size-4" />
          {count === MENU_LIMITS.items ? '二级菜单最多 5 项' : '添加二级菜单项'}
        </Button>
      )}
      <EmptyPlaces places={freeItems(place, count)} types={ITEM_TYPES} />
    </div>
  );
}

interface ItemFieldsProps extends Pick<ButtonCardProps, 'place' | 'items' | 'state' | 'isLast'> {
  item: ItemLine;
  index: number;
}

function ItemFields({ item, index, place, items, state, isLast }: ItemFieldsProps) {
  const name = `第 ${place + 1} 个按钮的第 ${index + 1} 项`;
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-md border bg-muted/40 p-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center justify-between gap-2">
        <p aria-hidden className="truncate text-muted-foreground text-sm">
          第 {index + 1} 项
        </p>
        <LineTools
          name={name}
          isFirst={index === 0}
          isLast={isLast}
          onMove={(by) => items.move(index, by)}
          onRemove={() => items.remove(index)}
        />
      </div>
      <ActionFields
        prefix={itemPrefix(place, index)}
        typed={item}
        change={({ type, ...part }) =>
          items.change(index, type === undefined || type === 'list' ? part : { ...part, type })
        }
        types={ITEM_TYPES}
        nameBytes={MENU_LIMITS.itemNameBytes}
        state={state}
        isNew={isNewLine(item)}
      />
    </fieldset>
  );
}
