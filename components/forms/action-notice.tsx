'use client';

import { useEffect } from 'react';
import { FormMessage } from '@/components/ui/form-message';
import { toast } from '@/components/ui/toast';
import type { ActionState } from '@/lib/action-state';
import { useHydrated } from './use-hydrated';

/** What a page's commands answered: a toast, wherever one has scrolled to; without JavaScript, a message in the page. */
export function ActionNotice({ state }: { state: ActionState }) {
  const isHydrated = useHydrated();
  useEffect(() => {
    if (state.status === 'failed') void toast.error(state.message);
    if (state.status === 'done' && state.message) void toast.success(state.message);
  }, [state]);
  return isHydrated ? null : <FormMessage state={state} />;
}
