import { z } from 'zod';
import type { ScanInput } from '@/lib/services/wechat/receive-scan';

type OauthReturn = Omit<ScanInput, 'browserSecret'>;

const schema = z.object({
  state: z.string().regex(/^[a-zA-Z0-9]{1,128}$/),
  /** After a refusal there is none. */
  code: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/)
    .nullable(),
});

/** What WeChat brings back. Null when it makes no sense, or says anything twice: who would decide which one counts? */
export function readCallback(query: URLSearchParams): OauthReturn | null {
  const names = [...query.keys()];
  if (new Set(names).size !== names.length) return null;
  const read = schema.safeParse({ state: query.get('state'), code: query.get('code') });
  return read.success ? read.data : null;
}
