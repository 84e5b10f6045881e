import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import { type CourseLine, courseWords, fitReply, type OrderLine, orderWords, welcomeWords } from './reply-words';

const pageUrl = (path: string) => `https://luffy.example${path}`;
const bytes = (text: string) => Buffer.byteLength(text);

const course = (more: Partial<CourseLine> = {}): CourseLine => ({
  name: 'Python 全栈开发',
  path: '/learn/python',
  state: 'open',
  lastDay: '2026-12-31',
  progress: { sections: 20, completed: 7 },
  ...more,
});
const order = (more: Partial<OrderLine> = {}): OrderLine => ({
  orderNo: '20260102030405',
  status: 'paid',
  isPayable: false,
  placedAt: new Date('2026-01-01T19:04:05Z'),
  cashFen: fen(129_900),
  names: ['Python 全栈开发'],
  ...more,
});

describe('courses', () => {
  it('are told with progress, validity and a link', () => {
    expect(courseWords([course()], pageUrl)).toBe(
      [
        '你有 1 门课程：',
        '<a href="https://luffy.example/learn/python">Python 全栈开发</a>\n进度 35%（7/20 节） · 有效期至 2026-12-31',
        '<a href="https://luffy.example/learn">打开我的学习</a>',
      ].join('\n\n'),
    );
  });

  it.each([
    [{ state: 'form' }, '填写报名表后开课，有效期至 2026-12-31'],
    [{ state: 'not_started' }, '还没开始，有效期至 2026-12-31'],
    [{ state: 'ended' }, '已于 2026-12-31 到期'],
    [{ progress: null }, '</a>\n有效期至'],
    [{ progress: { sections: 3, completed: 2 } }, '进度 66%（2/3 节）'],
    [{ name: '<b>\n"C"</a>' }, '>＜b＞ "C"＜/a＞</a>'],
  ] as const)('%j', (more, words) => {
    expect(courseWords([course(more)], pageUrl)).toContain(words);
  });

  it('are none yet', () => {
    expect(courseWords([], pageUrl)).toContain('<a href="https://luffy.example/courses">');
  });

  it('are left out whole where there is no room, and counted', () => {
    const words = courseWords(
      Array.from({ length: 40 }, () => course()),
      pageUrl,
    );
    expect(bytes(words)).toBeLessThanOrEqual(2048);
    const shown = words.split('进度').length - 1;
    expect(words).toContain(`…还有 ${40 - shown} 项`);
    expect(words.endsWith('<a href="https://luffy.example/learn">打开我的学习</a>')).toBe(true);
  });
});

describe('orders', () => {
  it('are told with state, time and a link', () => {
    expect(orderWords([order({ names: ['Python 全栈开发', 'Linux'] })], pageUrl)).toBe(
      [
        '最近的订单：',
        'Python 全栈开发 等 2 门 ¥1,299.00\n2026-01-02 03:04 · 交易成功\n<a href="https://luffy.example/orders/20260102030405">查看订单</a>',
        '<a href="https://luffy.example/orders">全部订单</a>',
      ].join('\n\n'),
    );
  });

  it('can be paid while there is time', () => {
    const words = orderWords([order({ status: 'pending', isPayable: true })], pageUrl);
    expect(words).toContain('待支付\n<a href="https://luffy.example/pay/20260102030405">去支付</a>');
    expect(orderWords([order({ status: 'pending' })], pageUrl)).toContain(
      '超时取消\n<a href="https://luffy.example/orders/',
    );
  });
});

describe('any answer', () => {
  it('is cut at the end of a line', () => {
    const long = Array.from({ length: 500 }, (_, index) => `第 ${index} 行`).join('\n');
    const cut = fitReply(long);
    expect(bytes(cut)).toBeLessThanOrEqual(2048);
    expect(long.startsWith(cut.slice(0, -1))).toBe(true);
    expect(cut).toMatch(/行\n…$/);
  });

  it('fits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(bytes(fitReply(text))).toBeLessThanOrEqual(2048);
      }),
    );
  });

  it('is left as it is when it fits', () => {
    expect(fitReply(welcomeWords(true))).toBe(welcomeWords(true));
    expect(welcomeWords(true)).not.toBe(welcomeWords(false));
  });
});
