'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import { Panel } from '@/components/admin/panel';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { buttonPrefix, MENU_LIMITS, type MenuDraft, typedDraft } from '@/lib/domain/wechat/menu-draft';
import { submitMenu } from '../actions';
import { ButtonCard } from './button-card';
import { EmptyPlaces } from './empty-places';
import { MenuPhone } from './menu-phone';
import { useMenuDraft } from './use-menu-draft';

/** The account's menu: its buttons, and beside them a phone that shows what has been typed. */
export function MenuEditor({ start }: { start: MenuDraft }) {
  const [state, send, isPending] = useActionState(submitMenu, IDLE);
  const { lines, buttons, itemsOf } = useMenuDraft(state.status === 'failed' ? typedDraft(state.values) : start);
  const isHydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = state.status === 'failed' ? form.current?.querySelector('[aria-invalid=true]') : null;
    if (wrong instanceof HTMLElement) wrong.focus();
  }, [state]);
  // Sent by hand: React resets a form it sends, and the selects would jump back.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { nativeEvent, currentTarget } = event;
    const data = new FormData(currentTarget, nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null);
    startTransition(() => send(data));
  };
  const free = Array.from({ length: MENU_LIMITS.buttons - lines.length }, (_, index) => ({
    prefix: buttonPrefix(lines.length + index),
    name: `第 ${lines.length + index + 1} 个按钮`,
  }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form ref={form} action={send} onSubmit={onSubmit} className="grid min-w-0 gap-4">
        {lines.map((button, place) => (
          <ButtonCard
            key={button.line}
            {...{ button, place, buttons, state }}
            isLast={place === lines.length - 1}
            items={itemsOf(place)}
          />
        ))}
        {isHydrated && (
          <Button
            variant="secondary"
            className="justify-self-start"
            disabled={lines.length === MENU_LIMITS.buttons}
            onClick={buttons.add}
          >
            <Plus aria-hidden className="size-4" />
            {lines.length === MENU_LIMITS.buttons ? '最多 3 个按钮' : '添加按钮'}
          </Button>
        )}
        <EmptyPlaces places={free} types={['list', 'click', 'view']} />
        <Field name="note" label="备注" optional hint="改了什么，给同事看" state={state}>
          <Input maxLength={60} autoComplete="off" />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="secondary" name="intent" value="save" disabled={isPending}>
            存为草稿
          </SubmitButton>
          <SubmitButton name="intent" value="publish" disabled={isPending}>
            发布
          </SubmitButton>
          <FormMessage state={state} className="basis-full py-2 text-sm" />
        </div>
      </form>
      <Panel title="预览" className="max-lg:order-first lg:sticky lg:top-20">
        <MenuPhone draft={lines} />
      </Panel>
    </div>
  );
}
