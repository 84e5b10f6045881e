import { type Command, readCommand } from '@/lib/domain/wechat/command';
import { MENU_KEYS } from '@/lib/domain/wechat/menu';
import type { Push } from '@/lib/domain/wechat/push';
import { HELP_WORDS, PUZZLED_WORDS } from '@/lib/domain/wechat/reply-words';
import type { TxCtx } from '../ctx';
import { answerCommand } from './answer-command';
import { answerScene } from './answer-scene';
import type { Person } from './find-person';

/** What a person is told at once; null: nothing. */
export async function answerPush(ctx: TxCtx, { news }: Push, person: Person): Promise<string | null> {
  switch (news.kind) {
    case 'subscribe':
    case 'scan':
      return answerScene(ctx, news, person);
    case 'click':
      return (await answered(ctx, MENU_KEYS.find((key) => key === news.key) ?? null, person)) ?? HELP_WORDS;
    case 'text':
      return (await answered(ctx, readCommand(news.content), person)) ?? PUZZLED_WORDS;
    case 'said':
      return PUZZLED_WORDS;
    case 'unsubscribe':
    case 'view':
    case 'delivery':
    case 'permits':
    case 'other':
      return null;
  }
}

const answered = async (ctx: TxCtx, command: Command | null, person: Person): Promise<string | null> =>
  command && answerCommand(ctx, command, person);
