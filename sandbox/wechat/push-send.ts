import type { Runtime } from '../runtime';
import type { PushRequest } from './push-request';

/** WeChat waits so long for an answer. */
const PATIENCE_MS = 5000;
const MAX_REPLY_BYTES = 64 * 1024;

export type PushAnswer =
  | { readonly outcome: 'answered'; readonly status: number; readonly reply: string }
  | { readonly outcome: 'timeout' | 'unreachable'; readonly status: null; readonly reply: null };

/** One POST to the account's server. */
export async function sendPush(runtime: Runtime, { url, body }: PushRequest): Promise<PushAnswer> {
  const patience = new AbortController();
  const stop = runtime.schedule(PATIENCE_MS, () => patience.abort());
  const init: RequestInit = {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/xml', 'user-agent': 'Mozilla/4.0' },
    redirect: 'manual',
    signal: patience.signal,
  };
  try {
    const response = await runtime.fetch(url, init);
    const reply = Buffer.from(await response.arrayBuffer()).subarray(0, MAX_REPLY_BYTES);
    return { outcome: 'answered', status: response.status, reply: reply.toString() };
  } catch {
    return { outcome: patience.signal.aborted ? 'timeout' : 'unreachable', status: null, reply: null };
  } finally {
    stop();
  }
}
