import type { Command } from '@/lib/domain/wechat/command';
import { courseWords, DISABLED_WORDS, HELP_WORDS, orderWords } from '@/lib/domain/wechat/reply-words';
import type { TxCtx } from '../ctx';
import { inviteWords } from '../invite/invite-words';
import { bindWords } from '../wechat/bind-words';
import { isDisabled } from '../wechat/is-disabled';
import type { Person } from './find-person';
import { readCourses } from './read-courses';
import { readOrders } from './read-orders';

/** The answer to a word, or to a button of the menu. What needs an account says how to get one. */
export async function answerCommand(ctx: TxCtx, command: Command, { id, accountId }: Person): Promise<string> {
  const { pageUrl } = ctx.gateways.wechat;
  if (command === 'help') return HELP_WORDS;
  if (await isDisabled(ctx, id)) return DISABLED_WORDS;
  if (command === 'bind' || accountId === null) return bindWords(ctx, id);
  switch (command) {
    case 'courses':
      return courseWords(await readCourses(ctx, accountId), pageUrl);
    case 'orders':
      return orderWords(await readOrders(ctx, accountId), pageUrl);
    case 'invite':
      return inviteWords(ctx, accountId);
  }
}
