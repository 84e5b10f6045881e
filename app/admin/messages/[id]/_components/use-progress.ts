'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isSettled, type Progress, progressDelay, progressSchema } from '@/lib/domain/admin/campaign-progress';
import { progressPath, type RecipientSearch } from '@/lib/domain/admin/message-search';

interface Heard {
  readonly progress: Progress;
  /** How many answers in a row have said the same. */
  readonly unchanged: number;
}

async function fetchProgress(path: string, signal: AbortSignal): Promise<Progress> {
  const response = await fetch(path, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`progress answered ${response.status}`);
  return progressSchema.parse(await response.json());
}

/** What moves by itself, the clock aside. */
const told = ({ recent, ...progress }: Progress): string => JSON.stringify([progress, recent.messages]);

/** A campaign's progress, asked again while messages are under way and the page is seen; less often when nothing moves. */
export function useProgress(campaignId: number, search: RecipientSearch, initial: Progress) {
  const queryClient = useQueryClient();
  const path = progressPath(campaignId, search);
  const queryKey = ['admin', 'campaign', path];
  // A command renders the page again: what the server read then is newer.
  useEffect(() => {
    queryClient.setQueryData<Heard>(['admin', 'campaign', path], { progress: initial, unchanged: 0 });
  }, [queryClient, path, initial]);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Heard> => {
      const before = queryClient.getQueryData<Heard>(queryKey);
      const progress = await fetchProgress(path, signal);
      const isSame = before !== undefined && told(before.progress) === told(progress);
      return { progress, unchanged: isSame ? before.unchanged + 1 : 0 };
    },
    initialData: { progress: initial, unchanged: 0 },
    refetchInterval: ({ state }) =>
      state.data && isSettled(state.data.progress)
        ? false
        : progressDelay((state.data?.unchanged ?? 0) + state.fetchFailureCount),
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
