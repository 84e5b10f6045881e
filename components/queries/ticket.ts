'use client';

import { useQuery } from '@tanstack/react-query';
import { isTicketNews, type TicketNews } from '@/lib/domain/wechat-ticket';

const EVERY_MS = 2000;

async function fetchNews(ticketId: number, signal: AbortSignal): Promise<TicketNews> {
  const response = await fetch(`/api/wechat/tickets/${ticketId}`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`ticket answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isTicketNews(body)) throw new Error('ticket answered something else');
  return body;
}

const isOpen = ({ status }: TicketNews): boolean => status === 'waiting' || status === 'scanned';

/** What becomes of a binding ticket, asked while it is open and the page is seen. */
export function useTicketNews(ticketId: number, initial: TicketNews) {
  return useQuery({
    queryKey: ['wechat', 'ticket', ticketId],
    queryFn: ({ signal }) => fetchNews(ticketId, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : EVERY_MS),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
