'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { CommandForm } from '@/components/forms/command-form';
import { useHydrated } from '@/components/forms/use-hydrated';
import { ME_KEY } from '@/components/queries/me';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import type { CartEntry } from '@/lib/domain/cart';
import type { CartState } from '../cart-state';

/** The way back takes longer to read and to press than news does. */
const UNDO_MS = 10_000;

const restoreFields = (entry: CartEntry) => ({
  intent: 'restore',
  productId: entry.productId,
  pricePolicyId: entry.pricePolicyId,
  isSelected: entry.isSelected ? '1' : '0',
});

function restoreForm(entry: CartEntry): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(restoreFields(entry))) form.set(name, String(value));
  return form;
}

/** What the last command did: a toast, or without JavaScript a notice, either with 撤销 where it can be undone. */
export function CartNotice({ state, submit }: { state: CartState; submit: (form: FormData) => void }) {
  const isHydrated = useHydrated();
  const queryClient = useQueryClient();

  const announce = useEffectEvent((answer: CartState) => {
    if (answer.status === 'idle') return;
    void queryClient.invalidateQueries({ queryKey: ME_KEY });
    if (answer.status === 'failed') void toast.error(answer.message);
    else if (answer.message !== null) {
      const { undo } = answer;
      void toast.message(
        answer.message,
        undo ? { duration: UNDO_MS, action: { label: '撤销', onClick: () => submit(restoreForm(undo)) } } : {},
      );
    }
  });
  useEffect(() => announce(state), [state]);

  if (isHydrated || state.status === 'idle' || state.message === null) return null;
  const undo = state.status === 'done' ? state.undo : null;
  return (
    <Alert tone={state.status === 'failed' ? 'danger' : 'info'} role="status" className="mb-4 items-center">
      <div className="flex flex-wrap items-center justify-between gap-2">
        {state.message}
        {undo && (
          <CommandForm fields={restoreFields(undo)}>
            <SubmitButton variant="secondary" size="sm">
              撤销
            </SubmitButton>
          </CommandForm>
        )}
      </div>
    </Alert>
  );
}
