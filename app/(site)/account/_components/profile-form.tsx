'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useEffect } from 'react';
import { ME_KEY } from '@/components/queries/me';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { IDLE } from '@/lib/action-state';
import { PROFILE_LIMITS } from '@/lib/domain/account-limits';
import { changeProfile } from '../actions';

interface ProfileFormProps {
  nickname: string;
  bio: string;
  email: string;
}

export function ProfileForm({ nickname, bio, email }: ProfileFormProps) {
  const [state, action] = useActionState(changeProfile, IDLE);
  const queryClient = useQueryClient();
  // The header shows the nickname.
  useEffect(() => {
    if (state.status === 'done') void queryClient.invalidateQueries({ queryKey: ME_KEY });
  }, [state, queryClient]);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <Field name="nickname" label="昵称" hint={`最多 ${PROFILE_LIMITS.nickname} 个字`} state={state}>
        <Input autoComplete="nickname" defaultValue={nickname} required />
      </Field>
      <Field name="email" label="邮箱" optional state={state}>
        <Input type="email" autoComplete="email" defaultValue={email} maxLength={PROFILE_LIMITS.email} />
      </Field>
      <Field name="bio" label="个人简介" optional hint={`最多 ${PROFILE_LIMITS.bio} 个字`} state={state}>
        <Textarea defaultValue={bio} rows={4} />
      </Field>
      <SubmitButton className="justify-self-start">保存资料</SubmitButton>
    </form>
  );
}
