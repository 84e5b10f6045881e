'use client';

import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { endSessions } from '../actions';

export function EndSessionsForm() {
  const [, action] = useActionState(endSessions, IDLE);
  return (
    <form action={action}>
      <SubmitButton variant="secondary">退出所有设备</SubmitButton>
    </form>
  );
}
