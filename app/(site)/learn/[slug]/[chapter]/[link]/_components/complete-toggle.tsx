'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { IDLE } from '@/lib/action-state';
import { setCompleted } from '../actions';

/** 标记完成, and back. */
export function CompleteToggle({ sectionId, isCompleted }: { sectionId: number; isCompleted: boolean }) {
  const [state, send] = useActionState(setCompleted, IDLE);
  return (
    <form action={send} className="grid gap-3 border-t pt-5">
      <input type="hidden" name="sectionId" value={sectionId} />
      <input type="hidden" name="isCompleted" value={String(!isCompleted)} />
      <ToggleButton isCompleted={isCompleted} />
      <FormMessage state={state} />
    </form>
  );
}

/** Shows the new state at once, while it is being sent. */
function ToggleButton({ isCompleted }: { isCompleted: boolean }) {
  const { pending } = useFormStatus();
  const shown = pending ? !isCompleted : isCompleted;
  return (
    <Button
      type="submit"
      disabled={pending}
      variant={shown ? 'secondary' : 'primary'}
      className="justify-self-start disabled:opacity-100"
    >
      <CircleCheck aria-hidden className="size-5" />
      {shown ? '已完成，取消标记' : '标记完成'}
    </Button>
  );
}
