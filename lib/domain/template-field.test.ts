import { describe, expect, it } from 'vitest';
import { fitField, readFields } from './template-field';

describe('a value within its field', () => {
  it.each([
    ['thing2', 'Python 全栈开发', 'Python 全栈开发'],
    ['thing2', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing2', '一二三四五六七八九十一二三四五六七八九十!', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing2', ' 两\n行\u0000 ', '两 行'],
    ['thing2', ' \u200b\n', null],
    ['character_string1', '20260301123456', '20260301123456'],
    ['character_string1', 'x'.repeat(33), null],
    ['character_string1', '订单 17', null],
    ['amount3', '¥199.00', '¥199.00'],
    ['amount3', '一百', null],
    ['time4', '2026年3月2日 10:00', '2026年3月2日 10:00'],
    ['time4', '2026-03-02 10:00:01', '2026-03-02 10:00:01'],
    ['time4', '明天', null],
    ['phone_number4', '138****8000', '138****8000'],
    ['phone_number4', '1'.repeat(18), null],
    ['car_number1', '京A12345', '京A12345'],
    ['car_number1', '京A12345678', null],
    ['const4', '原路退回', '原路退回'],
    ['const4', '退'.repeat(21), null],
    ['keyword1', '不认识的类型也只有二十个字这么长,这里已经超过了', '不认识的类型也只有二十个字这么长,这里…'],
  ])('%s: %j → %j', (name, value, expected) => expect(fitField(name, value)).toBe(expected));
});

describe('the fields of a template', () => {
  it('come out of its content, with their labels', () => {
    const content = '订单编号:{{character_string1.DATA}}\n课程名称:{{thing2.DATA}}\n支付金额：{{amount3.DATA}}';
    expect(readFields(content)).toEqual([
      { name: 'character_string1', label: '订单编号' },
      { name: 'thing2', label: '课程名称' },
      { name: 'amount3', label: '支付金额' },
    ]);
  });
  it('of an old one: without those that nobody is shown', () => {
    const content = '{{first.DATA}}\n商品:{{keyword1.DATA}}\n{{remark.DATA}}';
    expect(readFields(content)).toEqual([{ name: 'keyword1', label: '商品' }]);
  });
  it('of nonsense: none', () => expect(readFields('{{}} {{a.b}} {{x.DATA')).toEqual([]));
});
