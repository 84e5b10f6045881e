import type { MenuKey } from './menu';

/** What the account answers, whether somebody writes it or chooses it from the menu. */
export type Command = MenuKey;

const WORDS: Readonly<Record<Command, readonly string[]>> = {
  courses: ['我的课程', '课程', '我的学习', '学习'],
  orders: ['订单', '我的订单'],
  bind: ['绑定', '绑定账号', '绑定微信', '我的绑定'],
  invite: ['邀请', '邀请好友', '我的邀请'],
  help: ['帮助', '菜单', '命令', 'help', '?'],
};

/** Full-width forms, spaces, quotation marks and what ends a sentence do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s「」『』【】"'“”‘’\u200b\ufeff]/g, '')
    .replace(/(?<=.)[。.!?,、~]+$/u, '');

/** Null: none of the words that are known. */
export function readCommand(text: string): Command | null {
  const said = plain(text);
  for (const [command, words] of entries) if (words.includes(said)) return command;
  return null;
}

const entries: readonly (readonly [Command, readonly string[]])[] = [
  ['courses', WORDS.courses],
  ['orders', WORDS.orders],
  ['bind', WORDS.bind],
  ['invite', WORDS.invite],
  ['help', WORDS.help],
];
