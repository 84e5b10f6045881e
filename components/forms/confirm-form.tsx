'use client';

import { useActionState, useState } from 'react';
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { ActionNotice } from './action-notice';
import { useHydrated } from './use-hydrated';

interface ConfirmFormProps {
  /** A server action itself: only then does it work without JavaScript. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** On the button that asks. */
  label: string;
  title: string;
  consequence: string;
  /** On the button that does it. */
  confirm: string;
}

/** What cannot be undone, asked about first; without JavaScript the question unfolds in the page. */
export function ConfirmForm({ action, label, title, consequence, confirm }: ConfirmFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  // Opened for the answer that was there at the time: the next answer closes it.
  const [openedFor, setOpenedFor] = useState<ActionState | null>(null);
  const isHydrated = useHydrated();
  const form = (
    <form action={submit}>
      <SubmitButton variant="danger" className="w-full">
        {confirm}
      </SubmitButton>
    </form>
  );
  return (
    <div className="grid gap-3">
      <ActionNotice state={state} />
      {isHydrated ? (
        <AlertDialog open={openedFor === state} onOpenChange={(isOpen) => setOpenedFor(isOpen ? state : null)}>
          <AlertDialogTrigger asChild>
            <Button variant="secondary">{label}</Button>
          </AlertDialogTrigger>
          <AlertDialogContent title={title} description={consequence}>
            {form}
          </AlertDialogContent>
        </AlertDialog>
      ) : (
        <details>
          <summary className="min-h-11 cursor-pointer content-center font-medium">{label}</summary>
          <p className="pb-3 text-muted-foreground text-sm">{consequence}</p>
          {form}
        </details>
      )}
    </div>
  );
}
