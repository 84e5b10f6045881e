'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { IDLE } from '@/lib/action-state';
import { EDUCATION_LABELS, EDUCATION_LEVELS } from '@/lib/domain/account';
import type { ENROLMENT_FORM_LIMITS, EnrolmentFormInput } from '@/lib/domain/enrolment-form';
import { sendEnrolmentForm } from '../actions';

interface EnrolmentFormProps {
  orderNo: string;
  /** The last 报名表 of the account, to start from. */
  previous: EnrolmentFormInput | null;
  /** Handed in, so that the browser need not load the rules themselves. */
  limits: typeof ENROLMENT_FORM_LIMITS;
}

/** The server checks and says what is wrong beside the field, with and without JavaScript. */
export function EnrolmentForm({ orderNo, previous, limits }: EnrolmentFormProps) {
  const [state, send] = useActionState(sendEnrolmentForm, IDLE);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'failed') form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state]);

  return (
    <Card>
      <form ref={form} action={send} noValidate className="grid gap-5">
        <FormMessage state={state} />
        <input type="hidden" name="orderNo" value={orderNo} />
        {previous && <p className="text-muted-foreground text-sm">已按你上次的报名表预填，有变化请修改。</p>}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="name"
            label="姓名"
            state={state}
            hint={`证书上的名字，${limits.name.min}–${limits.name.max} 个字`}
          >
            <Input autoComplete="name" required defaultValue={previous?.name} />
          </Field>
          <Field name="phone" label="手机" state={state} hint="11 位大陆手机号，导师用它联系你">
            <Input type="tel" inputMode="tel" autoComplete="tel-national" required defaultValue={previous?.phone} />
          </Field>
        </div>
        <Field name="education" label="学历" state={state}>
          <Select required defaultValue={previous?.education ?? ''}>
            <option value="" disabled>
              请选择
            </option>
            {EDUCATION_LEVELS.map((level) => (
              <option key={level} value={level}>
                {EDUCATION_LABELS[level]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="goal"
          label="学习目标"
          state={state}
          hint={`学完想做什么、每周能学多久，${limits.goal.min}–${limits.goal.max} 个字`}
        >
          <Textarea rows={5} required defaultValue={previous?.goal} />
        </Field>
        <SubmitButton size="lg" className="w-full sm:w-auto sm:justify-self-start">
          提交报名表
        </SubmitButton>
      </form>
    </Card>
  );
}
