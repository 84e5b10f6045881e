'use client';

import { LoaderCircle, Smartphone } from 'lucide-react';
import { startTransition, useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { IDLE } from '@/lib/action-state';
import { sendTestToSelf } from '../actions';
import { type FormFields, toFormData } from './draft';

/** Sends the message as it stands to whoever writes it. */
export function TestButton({ fields }: { fields: FormFields }) {
  const [state, submit, isPending] = useActionState(sendTestToSelf, IDLE);
  if (!useHydrated()) return null;
  return (
    <>
      <ActionNotice state={state} />
      <Button
        variant="secondary"
        disabled={isPending}
        aria-busy={isPending || undefined}
        onClick={() => startTransition(() => submit(toFormData(fields)))}
      >
        {isPending ? (
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
        ) : (
          <Smartphone aria-hidden className="size-4" />
        )}
        先发给自己
      </Button>
    </>
  );
}
