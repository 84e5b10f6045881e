'use client';

import { useQuery } from '@tanstack/react-query';
import { isTicketNews, type TicketNews } from '@/lib/domain/wechat-ticket';

const EVERY_MS = 2000;

async function fetchNews(path: string, signal: AbortSignal): Promise<TicketNews> {
  const response = await fetch(path, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`ticket answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isTicketNews(body)) throw new Error('ticket answered something else');
  return body;
}

const isOpen = ({ status }: TicketNews): boolean => status === 'waiting' || status === 'scanned';

/** What becomes of a binding ticket, asked while it is open and the page is seen. */
export const useTicketNews = (ticketId: number, initial: TicketNews) =>
  useNews(`/api/wechat/tickets/${ticketId}`, initial);

/** What becomes of the sign-in that this browser began. */
export const useLoginNews = (initial: TicketNews) => useNews('/api/wechat/login', initial);

function useNews(path: string, initial: TicketNews) {
  return useQuery({
    queryKey: ['wechat', 'ticket', path],
    queryFn: ({ signal }) => fetchNews(path, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : EVERY_MS),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
