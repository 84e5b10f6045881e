'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import type { ButtonProps } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';

interface CommandButtonProps extends Omit<ButtonProps, 'asChild' | 'type'> {
  /** A server action itself, not bound: what it needs travels in `fields`. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields: Readonly<Record<string, string | number>>;
}

/** One press, one command; what it answers is a toast. */
export function CommandButton({ action, fields, ...button }: CommandButtonProps) {
  const [state, send] = useActionState(action, IDLE);
  return (
    <form action={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...button} />
      <ActionNotice state={state} />
    </form>
  );
}
