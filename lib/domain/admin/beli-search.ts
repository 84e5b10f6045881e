import { z } from 'zod';
import { BELI_ENTRY_KINDS } from '@/lib/domain/beli';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const searchSchema = z.object({
  /** Part of an account's names, the beginning of an order number, or part of a reason. */
  q: textParam,
  kind: choiceParam(BELI_ENTRY_KINDS),
  /** Days, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type BeliSearch = z.output<typeof searchSchema>;

export const readBeliSearch = ({ q, kind, from, to, page }: Readonly<Record<string, unknown>>): BeliSearch =>
  searchSchema.parse({ q, kind, from, to, page });

export const beliSearchPath = (search: Partial<BeliSearch>) => searchPath('/admin/beli/entries', search);
