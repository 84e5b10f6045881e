'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { PasswordInput } from '@/components/ui/password-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { CREDENTIAL_LIMITS } from '@/lib/domain/account-limits';
import { changePassword } from '../actions';

const { min, max } = CREDENTIAL_LIMITS.password;

export function PasswordForm({ username }: { username: string }) {
  const [state, action] = useActionState(changePassword, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      {/* Tells a password manager whose password changes. */}
      <input type="hidden" autoComplete="username" value={username} readOnly />
      <Field name="currentPassword" label="当前密码" state={state}>
        <PasswordInput autoComplete="current-password" required />
      </Field>
      <Field name="newPassword" label="新密码" hint={`${min}–${max} 个字符`} state={state}>
        <PasswordInput autoComplete="new-password" required minLength={min} />
      </Field>
      <SubmitButton className="justify-self-start">修改密码</SubmitButton>
    </form>
  );
}
