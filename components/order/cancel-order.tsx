'use client';

import { useActionState, useState } from 'react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';

interface CancelOrderProps {
  /** A server action itself, perhaps bound: only then does it work without JavaScript. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
}

const CONSEQUENCE = '取消后不能恢复，用到的优惠券和贝里会退回。';

/** 取消订单, which asks first; without JavaScript the question unfolds in the page. */
export function CancelOrder({ action }: CancelOrderProps) {
  const [state, submit] = useActionState(action, IDLE);
  // Opened for the answer that was there at the time: the next answer closes it.
  const [openedFor, setOpenedFor] = useState<ActionState | null>(null);
  const isHydrated = useHydrated();
  const form = (
    <form action={submit}>
      <SubmitButton variant="danger" className="w-full">
        确认取消
      </SubmitButton>
    </form>
  );
  return (
    <div className="grid gap-3">
      <FormMessage state={state} />
      {isHydrated ? (
        <AlertDialog open={openedFor === state} onOpenChange={(isOpen) => setOpenedFor(isOpen ? state : null)}>
          <AlertDialogTrigger asChild>
            <Button variant="ghost" className="w-full">
              取消订单
            </Button>
          </AlertDialogTrigger>
          <AlertDialogContent title="要取消这个订单吗？" description={CONSEQUENCE}>
            {form}
          </AlertDialogContent>
        </AlertDialog>
      ) : (
        <details className="grid gap-3 text-center">
          <summary className="min-h-11 cursor-pointer content-center font-medium">取消订单</summary>
          <p className="pb-3 text-muted-foreground text-sm">{CONSEQUENCE}</p>
          {form}
        </details>
      )}
    </div>
  );
}
