'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isUnderWay, type Progress, progressDelay, progressSchema } from '@/lib/domain/admin/campaign-progress';
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

/** A campaign's progress, asked again while messages are under way and the page is seen; less often when nothing moves. */
export function useProgress(campaignId: number, search: RecipientSearch, initial: Progress) {
  const queryClient = useQueryClient();
  const path = progressPath(campaignId, search);
  const queryKey = ['admin', 'campaign', path];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Heard> => {
      const before = queryClient.getQueryData<Heard>(queryKey);
      const progress = await fetchProgress(path, signal);
      const isSame = JSON.stringify(before?.progress) === JSON.stringify(progress);
      return { progress, unchanged: isSame ? (before?.unchanged ?? 0) + 1 : 0 };
    },
    initialData: { progress: initial, unchanged: 0 },
    refetchInterval: ({ state }) =>
      state.data && !isUnderWay(state.data.progress.counts)
        ? false
        : progressDelay((state.data?.unchanged ?? 0) + state.fetchFailureCount),
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
