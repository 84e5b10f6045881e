'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { brokenPromises, type CouponDraft } from '@/lib/domain/admin/coupon-draft';
import { AboutFields } from './about-fields';
import { draftFrom } from './draft-from';
import { IssueFields } from './issue-fields';
import { RuleFields } from './rule-fields';
import { RulePreview } from './rule-preview';

interface CouponFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields?: Readonly<Record<string, string | number>>;
  submit: string;
  /** What the form begins with. */
  start: CouponDraft;
  products: readonly { readonly slug: string; readonly name: string }[];
  /** Copies of all versions so far. */
  claimed: number;
  /** The version there are copies of; null when there are none, and everything can be changed in place. */
  saved: { readonly version: number; readonly draft: CouponDraft } | null;
}

/** A coupon's rule, with what it does to an example price beside it. */
export function CouponForm({ action, fields = {}, submit, start, products, claimed, saved }: CouponFormProps) {
  const [state, send, isPending] = useActionState(action, IDLE);
  const [draft, setDraft] = useState(() => draftFrom(start, state.status === 'failed' ? state.values : {}));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = state.status === 'failed' ? form.current?.querySelector('[aria-invalid=true]') : null;
    if (wrong instanceof HTMLElement) wrong.focus();
  }, [state]);
  // Sent by hand: React resets a form it sends, and the selects would jump back.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  const change = (part: Partial<CouponDraft>) => setDraft((before) => ({ ...before, ...part }));
  const parts = { draft, change, state };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <form ref={form} action={send} onSubmit={onSubmit} className="grid min-w-0 gap-4">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Panel title="优惠">
          <RuleFields {...parts} products={products} />
        </Panel>
        <Panel title="名称">
          <AboutFields {...parts} />
        </Panel>
        <Panel title="发放与有效期">
          <IssueFields {...parts} claimed={claimed} />
        </Panel>
        {saved && <VersionNote version={saved.version} broken={brokenPromises(saved.draft, draft)} />}
        <div className="grid gap-3 sm:flex sm:flex-row-reverse sm:items-center sm:justify-end">
          <FormMessage state={state} className="py-2 text-sm" />
          <SubmitButton className="justify-self-start" disabled={isPending}>
            {submit}
          </SubmitButton>
        </div>
      </form>
      <div className="xl:sticky xl:top-20">
        <RulePreview draft={draft} />
      </div>
    </div>
  );
}

/** Before saving: whether the change concerns the copies that people have. */
function VersionNote({ version, broken }: { version: number; broken: readonly string[] }) {
  return (
    <div role="status">
      {broken.length === 0 ? (
        <Alert>
          已经有人领到第 {version}{' '}
          版。改名称、说明、优惠、适用课程或有效期会成为新的一版；数量、限领、发放方式和领取时间直接修改。
        </Alert>
      ) : (
        <Alert tone="warning" title={`保存后成为第 ${version + 1} 版`}>
          改了：{broken.join('、')}。已经领到的优惠券不变，之后领取的按新的规则；数量和限领接着算，兑换码转到新的一版。
        </Alert>
      )}
    </div>
  );
}
