'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { createQrcode } from '../actions';

/** Makes a code for one channel. */
export function QrcodeForm() {
  const [state, action] = useActionState(createQrcode, IDLE);
  return (
    <form action={action} className="grid gap-3">
      <FormMessage state={state} />
      <Field name="name" label="渠道名称" hint="只在这里显示，例如：上海书展、B 站片尾" state={state}>
        <Input required maxLength={40} />
      </Field>
      <SubmitButton className="justify-self-start">生成二维码</SubmitButton>
    </form>
  );
}
