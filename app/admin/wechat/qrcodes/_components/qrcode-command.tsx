'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';

interface QrcodeCommandProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  scene: string;
  label: string;
}

/** One thing to do with a code. */
export function QrcodeCommand({ action, scene, label }: QrcodeCommandProps) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit}>
      <ActionNotice state={state} />
      <input type="hidden" name="scene" value={scene} />
      <SubmitButton variant="ghost" size="sm">
        {label}
      </SubmitButton>
    </form>
  );
}
