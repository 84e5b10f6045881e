'use client';

import { useActionState, useState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { LONGEST_REASON, MOST_GRANTED_BELI } from '@/lib/domain/admin/account-command';
import { giveBeli } from '../actions';

interface GiveBeliProps {
  accountId: number;
  username: string;
  /** Of this form: sent twice, it grants once. */
  requestId: string;
}

const CONSEQUENCE = '10 贝里 = 1 元，结算时可以抵扣。发放后不能收回，并记入审计。';

/** 发放贝里, in a dialog; without JavaScript the form unfolds in the page. */
export function GiveBeli({ accountId, username, requestId }: GiveBeliProps) {
  const [state, submit] = useActionState(giveBeli, IDLE);
  // A refusal keeps it open, what was done closes it.
  const [openedFor, setOpenedFor] = useState<ActionState | null>(null);
  const isOpen = openedFor !== null && (openedFor === state || state.status === 'failed');
  const isHydrated = useHydrated();
  const form = (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field name="beli" label="贝里数量" hint={`1–${MOST_GRANTED_BELI} 的整数`} state={state}>
        <Input inputMode="numeric" autoComplete="off" required />
      </Field>
      <Field name="reason" label="原因" hint="学员在贝里明细里看得到" state={state}>
        <Input maxLength={LONGEST_REASON} autoComplete="off" required />
      </Field>
      <SubmitButton>确认发放</SubmitButton>
    </form>
  );
  return (
    <>
      <ActionNotice state={state} />
      {isHydrated ? (
        <Dialog open={isOpen} onOpenChange={(next) => setOpenedFor(next ? state : null)}>
          <DialogTrigger asChild>
            <Button variant="secondary" size="sm">
              发放贝里
            </Button>
          </DialogTrigger>
          <DialogContent title={`给 ${username} 发放贝里`} description={CONSEQUENCE}>
            {form}
          </DialogContent>
        </Dialog>
      ) : (
        <details className="grid gap-3">
          <summary className="min-h-11 content-center font-medium text-sm">发放贝里</summary>
          <p className="pb-3 text-muted-foreground text-sm">{CONSEQUENCE}</p>
          {form}
        </details>
      )}
    </>
  );
}
