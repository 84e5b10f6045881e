import { errorFields } from '@/lib/logger';
import type { Ctx } from '@/lib/services/ctx';
import { leaveForLater } from '@/lib/services/wechat-push/answer-later';
import { type PushAnswer, receivePush } from '@/lib/services/wechat-push/receive-push';
import type { ReceivedPush } from '@/lib/services/wechat-push/record-push';

/** WeChat hangs up after 5 s. */
const PATIENCE_MS = 4000;

/** The answer; or none, when it takes too long: then it comes as a message of its own. */
export async function answerInTime(ctx: Ctx, received: ReceivedPush): Promise<PushAnswer> {
  const answering = receivePush(ctx, received);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'TOO_LATE'>((resolve) => {
    timer = setTimeout(() => resolve('TOO_LATE'), PATIENCE_MS);
  });
  try {
    const first = await Promise.race([answering, tooLate]);
    if (first !== 'TOO_LATE') return first;
  } finally {
    clearTimeout(timer);
  }
  answering.catch((error: unknown) => ctx.log.warn({ error: errorFields(error) }, 'a late push failed'));
  await leaveForLater(ctx, received);
  return { reply: null };
}
