import { describe, expect, it } from 'vitest';
import { DEFAULT_MENU } from './default-menu';
import { compareLines, menuLines } from './menu-lines';
import { menuReason } from './menu-reason';

const compared = (before: string, after: string) => {
  const marks = { same: ' ', removed: '-', added: '+' };
  return compareLines([...before], [...after])
    .map(({ kind, text }) => `${marks[kind]}${text}`)
    .join('');
};

describe('a menu in words', () => {
  it('has a line for each button', () => {
    expect(menuLines(DEFAULT_MENU)).toEqual([
      '学习 › 我的课程：回复「我的课程」',
      '学习 › 我的订单：回复「我的订单」',
      '购买课程：打开 /courses',
      '我的 › 绑定账号：回复「账号绑定」',
      '我的 › 邀请好友：回复「邀请好友」',
      '我的 › 帮助：回复「帮助」',
    ]);
  });
});

describe('two texts', () => {
  it.each([
    ['', '', ''],
    ['ab', 'ab', ' a b'],
    ['', 'a', '+a'],
    ['a', '', '-a'],
    ['abc', 'axc', ' a-b+x c'],
    ['abcd', 'bd', '-a b-c d'],
    ['bd', 'abcd', '+a b+c d'],
    ['ab', 'ba', '-a b+a'],
  ])('%s → %s', (before, after, expected) => {
    expect(compared(before, after)).toBe(expected);
  });
});

describe('why WeChat did not take it', () => {
  it('is said with its code', () => {
    expect(menuReason(40018)).toBe('一级菜单的名称太长或是空的（40018）');
    expect(menuReason(99999)).toBe('微信没有接受（99999）');
  });
});
