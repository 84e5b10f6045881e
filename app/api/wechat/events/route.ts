import { createCtx, pushChannel } from '@/lib/context';
import type { PushRefusal } from '@/lib/gateways/wechat/push-channel';
import { errorFields } from '@/lib/logger';
import { requestLogOf } from '@/lib/request-log';
import { readBytes } from '../../read-bytes';
import { answerInTime } from './answer-in-time';

const MAX_BYTES = 64 * 1024;
const STATUS: Readonly<Record<PushRefusal, number>> = { forged: 401, malformed: 400 };

/** WeChat asks whether the address is ours. */
export function GET(request: Request): Response {
  const answered = pushChannel().echo(new URL(request.url).searchParams, new Date());
  return answered.ok ? answer(answered.echo) : answer(answered.reason, STATUS[answered.reason]);
}

/** WeChat tells what somebody did. Nothing but a genuine push is written; anything but 200 makes it come again. */
export async function POST(request: Request): Promise<Response> {
  const log = requestLogOf(request);
  try {
    const { bytes, isCut } = await readBytes(request.body, MAX_BYTES);
    if (isCut) return answer('too large', 413);
    const ctx = createCtx({ kind: 'system' }, log);
    const opened = pushChannel().open(new URL(request.url).searchParams, bytes, ctx.now);
    if (!opened.ok) return answer(opened.reason, STATUS[opened.reason]);
    const answered = await answerInTime(ctx, opened);
    if (answered === 'REPLAYED') return answer('replayed', 401);
    return answered.reply === null ? answer('success') : answer(opened.reply(answered.reply, ctx.now), 200, 'xml');
  } catch (error) {
    log.error({ error: errorFields(error) }, 'push failed');
    return answer('failed', 500);
  }
}

const answer = (text: string, status = 200, type: 'plain' | 'xml' = 'plain'): Response =>
  new Response(text, {
    status,
    headers: { 'content-type': `text/${type}; charset=utf-8`, 'cache-control': 'no-store' },
  });
