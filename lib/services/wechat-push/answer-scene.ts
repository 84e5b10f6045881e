import type { PushNews } from '@/lib/domain/wechat/push';
import { HELP_WORDS, welcomeWords } from '@/lib/domain/wechat/reply-words';
import { readScene } from '@/lib/domain/wechat/scene';
import type { TxCtx } from '../ctx';
import { followByInvite } from '../invite/follow-by-invite';
import { scanTicket } from '../wechat/scan-ticket';
import type { Person } from './find-person';

/** Somebody followed, or scanned a parametric QR: what its scene does, or just a welcome. */
export async function answerScene(
  ctx: TxCtx,
  news: Extract<PushNews, { kind: 'subscribe' | 'scan' }>,
  { id: wechatUserId, isBack }: Person,
): Promise<string> {
  const scene = news.scene === null ? null : readScene(news.scene);
  const welcome = news.kind === 'subscribe' ? welcomeWords(isBack) : HELP_WORDS;
  switch (scene?.kind) {
    case 'ticket':
      return scanTicket(ctx, { token: scene.token, wechatUserId });
    case 'invite':
      return (await followByInvite(ctx, { code: scene.code, wechatUserId })) ?? welcome;
    case 'marketing':
    case 'follow':
    case undefined:
      return welcome;
  }
}
