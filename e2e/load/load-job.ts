import { z } from 'zod';
import type { Secrets } from '@/bin/stack/secrets';
import type { SharedForms } from './journey';
import { run } from './processes';
import { CONNECTIONS } from './rate';

interface Buyer {
  readonly cookie: string;
  readonly couponRecordId: number;
  readonly slug: string;
}

interface Buying {
  readonly site: string;
  readonly students: readonly Buyer[];
  readonly forms: SharedForms;
  readonly keys: Secrets['alipay'];
}

export interface PreparedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In base64. */
  readonly body: string;
}

/** What a load process does, each thing once, over so many connections. */
export type LoadJob = { readonly connections: number } & (
  | ({ readonly kind: 'journeys' } & Buying)
  /** Journeys that end at the cashier: the answers are its addresses. */
  | ({ readonly kind: 'orders' } & Buying)
  | { readonly kind: 'requests'; readonly requests: readonly PreparedRequest[]; readonly status: number }
);

const resultSchema = z.object({ seconds: z.number(), count: z.number(), answers: z.array(z.string()) });
export type LoadResult = z.infer<typeof resultSchema>;

type Job = LoadJob extends infer J ? (J extends LoadJob ? Omit<J, 'connections'> : never) : never;

/** Does the job in a process of its own over 32 connections. */
export async function load(job: Job): Promise<LoadResult> {
  const args = ['--import', 'tsx', 'e2e/load/load-child.ts'];
  const out = await run({ args, env: process.env }, JSON.stringify({ ...job, connections: CONNECTIONS }));
  return resultSchema.parse(JSON.parse(out));
}

export const perSecond = ({ count, seconds }: LoadResult): number => count / seconds;
