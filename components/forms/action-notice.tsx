'use client';

import { useEffect } from 'react';
import { toast } from 'sonner';
import { FormMessage } from '@/components/ui/form-message';
import type { ActionState } from '@/lib/action-state';
import { useHydrated } from './use-hydrated';

/** What a page's commands answered: a toast, wherever one has scrolled to; without JavaScript, a message in the page. */
export function ActionNotice({ state }: { state: ActionState }) {
  const isHydrated = useHydrated();
  useEffect(() => {
    if (state.status === 'failed') toast.error(state.message);
    if (state.status === 'done' && state.message) toast.success(state.message);
  }, [state]);
  return isHydrated ? null : <FormMessage state={state} />;
}
