import { createCtx } from '@/lib/context';
import { errorFields } from '@/lib/logger';
import { requestLogOf } from '@/lib/request-log';
import { receiveNotify } from '@/lib/services/payment/receive-notify';
import { readNotifyBody } from './read-notify-body';

/** Verdicts after which Alipay need not tell us again. */
const HEARD: ReadonlySet<string> = new Set(['paid', 'repeated', 'late', 'ignored']);

/** Alipay's asynchronous notify: anything but exactly `success` makes it come again. */
export async function POST(request: Request): Promise<Response> {
  const log = requestLogOf(request);
  try {
    const verdict = await receiveNotify(createCtx({ kind: 'system' }, log), await readNotifyBody(request));
    return HEARD.has(verdict) ? answer('success', 200) : answer('fail', 400);
  } catch (error) {
    log.error({ error: errorFields(error) }, 'notify failed');
    return answer('fail', 500);
  }
}

const answer = (text: 'success' | 'fail', status: number): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
