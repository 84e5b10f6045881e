'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { PasswordInput } from '@/components/ui/password-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { CREDENTIAL_LIMITS } from '@/lib/domain/account-limits';
import { setFirstPassword } from '../actions';

const { min, max } = CREDENTIAL_LIMITS.password;

/** The first password of an account that WeChat brought: there is no current one to ask for. */
export function FirstPasswordForm({ username }: { username: string }) {
  const [state, action] = useActionState(setFirstPassword, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      {/* Tells a password manager whose password it is. */}
      <input type="hidden" autoComplete="username" value={username} readOnly />
      <Field
        name="newPassword"
        label="新密码"
        hint={`${min}–${max} 个字符，和用户名 ${username} 一起登录`}
        state={state}
      >
        <PasswordInput autoComplete="new-password" required minLength={min} />
      </Field>
      <SubmitButton className="justify-self-start">设置密码</SubmitButton>
    </form>
  );
}
