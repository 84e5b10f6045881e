'use client';

import { useActionState, useState } from 'react';
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { ActionNotice } from './action-notice';
import { useHydrated } from './use-hydrated';

interface ConfirmActionProps {
  /** A server action itself, not bound: what it needs travels in `fields`. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields: Readonly<Record<string, string | number>>;
  /** The button that asks. */
  trigger: string;
  title: string;
  /** What follows from it. */
  consequence: string;
  /** The button that does it. */
  confirm: string;
  tone?: 'danger' | 'primary';
}

/** A button that asks before it acts; without JavaScript the question unfolds in the page. */
export function ConfirmAction({ action, fields, tone = 'danger', ...texts }: ConfirmActionProps) {
  const [state, submit] = useActionState(action, IDLE);
  // Opened for the answer that was there at the time: the next answer closes it.
  const [openedFor, setOpenedFor] = useState<ActionState | null>(null);
  const isHydrated = useHydrated();
  const form = (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={tone} className="w-full">
        {texts.confirm}
      </SubmitButton>
    </form>
  );
  return (
    <>
      <ActionNotice state={state} />
      {isHydrated ? (
        <AlertDialog open={openedFor === state} onOpenChange={(isOpen) => setOpenedFor(isOpen ? state : null)}>
          <AlertDialogTrigger asChild>
            <Button variant="secondary" size="sm">
              {texts.trigger}
            </Button>
          </AlertDialogTrigger>
          <AlertDialogContent title={texts.title} description={texts.consequence}>
            {form}
          </AlertDialogContent>
        </AlertDialog>
      ) : (
        <details className="grid gap-3">
          {/* As high as the button that takes its place: nothing below moves away from under a click. */}
          <summary className="min-h-11 sm:min-h-9 cursor-pointer content-center font-medium text-sm">
            {texts.trigger}
          </summary>
          <p className="pb-3 text-muted-foreground text-sm">{texts.consequence}</p>
          {form}
        </details>
      )}
    </>
  );
}
