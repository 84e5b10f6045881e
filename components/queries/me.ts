'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';

/** What the header knows about the person; everything else on a shared page is the same for everyone. */
export interface Me {
  readonly viewer: { readonly nickname: string; readonly username: string; readonly role: string } | null;
  readonly cartCount: number;
}

/** Invalidate this after a change to the cart or the session that does not leave the page. */
export const ME_KEY = ['me'] as const;

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' && value !== null && 'viewer' in value && 'cartCount' in value;

async function fetchMe({ signal }: { signal: AbortSignal }): Promise<Me> {
  const response = await fetch('/api/me', { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isMe(body)) throw new Error('/api/me answered something else');
  return body;
}

/** The person and their cart. Asked again on every new page: signing in and changing the cart both lead to one. */
export function useMe(): Me | undefined {
  const pathname = usePathname();
  const query = useQuery({
    queryKey: [...ME_KEY, pathname],
    queryFn: fetchMe,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  return query.data;
}
