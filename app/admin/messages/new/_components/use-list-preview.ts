'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type ListPreview, listPreviewSchema } from '@/lib/domain/admin/list-preview';

const PAUSE_MS = 500;

const refusalSchema = z.object({ message: z.string() });

/** What the server found in a list, or why it would not read it. */
type Answer = { readonly preview: ListPreview } | { readonly problem: string };

async function fetchPreview(list: string, signal: AbortSignal): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ list });
  const response = await fetch('/api/admin/recipients', { method: 'POST', headers, body, signal });
  const json: unknown = await response.json();
  return response.ok ? { preview: listPreviewSchema.parse(json) } : { problem: refusalSchema.parse(json).message };
}

/** The value, once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Whom a list would reach, while it is being typed. Undefined: not known yet. */
export function useListPreview(list: string, isWanted: boolean): { answer: Answer | undefined; isError: boolean } {
  const settled = useSettled(list.trim());
  const { data, isError } = useQuery({
    queryKey: ['admin', 'recipients', settled],
    queryFn: ({ signal }) => fetchPreview(settled, signal),
    enabled: isWanted && settled !== '',
    retry: 1,
    staleTime: 0,
    gcTime: 0,
  });
  return { answer: settled === list.trim() ? data : undefined, isError };
}
