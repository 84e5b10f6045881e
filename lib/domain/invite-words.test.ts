import { describe, expect, it } from 'vitest';
import { offerWords, plainName, ruleWords, welcomeWords } from './invite-words';
import { beli } from './money';

const fifty = { kind: 'beli', beli: beli(50) } as const;
const coupon = { kind: 'coupon', name: '新人立减 20' } as const;
const none = { kind: 'none' } as const;

describe('the rule in words', () => {
  it.each([
    [
      { inviter: fifty, invitee: fifty },
      '你和好友各自得到 50 贝里（价值 ¥5.00），好友第一次付款满 7 天且没有退款后发放。',
    ],
    [
      { inviter: fifty, invitee: coupon },
      '你得到 50 贝里（价值 ¥5.00），好友得到优惠券「新人立减 20」，好友第一次付款满 7 天且没有退款后发放。',
    ],
    [{ inviter: none, invitee: coupon }, '好友得到优惠券「新人立减 20」，好友第一次付款满 7 天且没有退款后发放。'],
    [{ inviter: fifty, invitee: none }, '你得到 50 贝里（价值 ¥5.00），好友第一次付款满 7 天且没有退款后发放。'],
    [{ inviter: none, invitee: none }, null],
    [null, null],
  ])('%#', (offer, words) => expect(ruleWords(offer)).toBe(words));
});

it('the welcome promises only what there is', () => {
  const welcome = { inviter: '路飞', accountUrl: 'https://luffy.example/account' };
  expect(welcomeWords({ ...welcome, offer: { inviter: fifty, invitee: fifty } })).toContain('您将得到 50 贝里');
  expect(welcomeWords({ ...welcome, offer: { inviter: fifty, invitee: none } })).not.toContain('得到');
  expect(welcomeWords({ ...welcome, offer: null })).toMatch(/^感谢您的加入，邀请者是 路飞。/);
});

it('a name is text, never markup', () => {
  expect(plainName('<a href="x">点</a>')).toBe('a href="x"点/a');
  expect(plainName('<>')).toBe('一位同学');
  expect(offerWords(none)).toBeNull();
});
