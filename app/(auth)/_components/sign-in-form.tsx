'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { signIn } from '../actions';

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [state, action] = useActionState(signIn, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field name="username" label="用户名" state={state}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <Field name="password" label="密码" state={state}>
        <PasswordInput autoComplete="current-password" required />
      </Field>
      <Link
        href="/forgot-password"
        className="-my-3 inline-flex min-h-11 items-center justify-self-end text-link text-sm underline underline-offset-4"
      >
        忘记密码？
      </Link>
      <SubmitButton size="lg" className="w-full">
        登录
      </SubmitButton>
    </form>
  );
}
