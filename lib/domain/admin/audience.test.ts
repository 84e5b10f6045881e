import { describe, expect, it } from 'vitest';
import { audienceWords, filterSchema } from './audience';

const EVERYONE = { q: '', role: null, bought: null, unpaid: null, expiring: null, idle: null };

describe('a filter of recipients', () => {
  it.each([
    [{}, EVERYONE],
    [
      { q: ' 路飞 ', role: 'student', bought: '17' },
      { ...EVERYONE, q: '路飞', role: 'student', bought: 17 },
    ],
    [{ bought: 'none' }, { ...EVERYONE, bought: 'none' }],
    [{ q: ['a', 'b'], role: 'captain', bought: '-1' }, EVERYONE],
    [{ q: 'x'.repeat(51), bought: '1e999' }, EVERYONE],
    [
      { unpaid: 'yes', expiring: '7', idle: '30' },
      { ...EVERYONE, unpaid: 'yes', expiring: 7, idle: 30 },
    ],
    [{ unpaid: 'no', expiring: '0', idle: '366' }, EVERYONE],
  ])('%j', (asked, expected) => expect(filterSchema.parse(asked)).toEqual(expected));
});

describe('an audience in words', () => {
  it.each([
    [{ kind: 'picked', accountIds: [1, 2] } as const, '挑选的 2 位用户'],
    [{ kind: 'matching', filter: EVERYONE } as const, '全部已绑定微信的用户'],
    [
      { kind: 'matching', filter: { ...EVERYONE, q: '路', role: 'mentor', bought: 7 } } as const,
      '已绑定微信的用户：搜索「路」，导师，买过「Python 全栈」',
    ],
    [{ kind: 'matching', filter: { ...EVERYONE, bought: 'none' } } as const, '已绑定微信的用户：还没有买过课程'],
    [{ kind: 'listed', accountIds: [1, 2, 3] } as const, '名单里的 3 位用户'],
    [
      { kind: 'matching', filter: { ...EVERYONE, unpaid: 'yes', expiring: 7, idle: 30 } } as const,
      '已绑定微信的用户：有待支付的订单，课程 7 天内到期，30 天没有学习',
    ],
  ])('%j', (audience, words) => expect(audienceWords(audience, 'Python 全栈')).toBe(words));
});
