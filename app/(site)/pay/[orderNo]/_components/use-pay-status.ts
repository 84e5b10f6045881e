'use client';

import { useQuery } from '@tanstack/react-query';
import { isPayStatus, type PayStatus, pollDelay } from '@/lib/domain/pay-status';

async function fetchStatus(orderNo: string, signal: AbortSignal): Promise<PayStatus> {
  const response = await fetch(`/api/pay/${orderNo}/status`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`status answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isPayStatus(body)) throw new Error('status answered something else');
  return body;
}

interface HeardStatus extends PayStatus {
  /** What to add to this device's clock to get the server's, in milliseconds. */
  readonly clockOffset: number;
}

/** The order's state, asked again while it waits for its money and the page is seen; less and less often. */
export function usePayStatus(orderNo: string) {
  return useQuery({
    queryKey: ['pay', orderNo],
    queryFn: async ({ signal }): Promise<HeardStatus> => {
      const heard = await fetchStatus(orderNo, signal);
      return { ...heard, clockOffset: heard.now - Date.now() };
    },
    refetchInterval: ({ state }) =>
      state.data && state.data.status !== 'pending' ? false : pollDelay(state.dataUpdateCount + state.errorUpdateCount),
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
