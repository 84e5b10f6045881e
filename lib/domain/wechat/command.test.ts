import { describe, expect, it } from 'vitest';
import { readCommand } from './command';

describe('a word', () => {
  it.each([
    ['我的课程', 'courses'],
    [' 我 的 课 程 ', 'courses'],
    ['「我的课程」', 'courses'],
    ['我的课程。', 'courses'],
    ['课程', 'courses'],
    ['订单', 'orders'],
    ['我的订单！', 'orders'],
    ['绑定', 'bind'],
    ['邀请好友', 'invite'],
    ['帮助', 'help'],
    ['HELP', 'help'],
    ['ｈｅｌｐ', 'help'],
    ['?', 'help'],
    ['？', 'help'],
  ] as const)('%s is known', (text, command) => {
    expect(readCommand(text)).toBe(command);
  });

  it.each(['', ' ', '。', '你好', '我的课程到期了吗', '取消订单', 'constructor', '__proto__'])('%s is not', (text) => {
    expect(readCommand(text)).toBeNull();
  });
});
