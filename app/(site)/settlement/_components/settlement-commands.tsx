'use client';

import { type ReactNode, startTransition, useActionState, useState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { CommandsProvider } from '@/components/forms/command-form';
import { cn } from '@/components/ui/cn';
import { IDLE } from '@/lib/action-state';
import { changeOpenSettlement } from '../actions';

/** The one action of all forms below. Prices come from the server: while it is asked, the page says it is busy. */
export function SettlementCommands({ children }: { children: ReactNode }) {
  const [state, action, isPending] = useActionState(changeOpenSettlement, IDLE);
  // What was refused must not stay on the screen as if it were chosen: each failure is a new revision of the forms.
  const [seen, setSeen] = useState({ state, failures: 0 });
  if (seen.state !== state) setSeen({ state, failures: seen.failures + (state.status === 'failed' ? 1 : 0) });
  return (
    <CommandsProvider action={action} submit={(form) => startTransition(() => action(form))} revision={seen.failures}>
      <ActionNotice state={state} />
      <div aria-busy={isPending} className={cn('transition-opacity', isPending && 'opacity-70')}>
        {children}
      </div>
    </CommandsProvider>
  );
}
