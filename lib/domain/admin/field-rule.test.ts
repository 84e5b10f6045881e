import { expect, it } from 'vitest';
import { fieldProblem, ruleOf } from './field-rule';

it.each([
  ['thing2', '今晚直播答疑', null],
  ['thing2', ' 两\n行 ', null],
  ['thing2', ' \u200b ', '请填写'],
  ['thing2', '一二三四五六七八九十一二三四五六七八九十一', '太长了：最多 20 个字'],
  ['time3', '2026年3月2日 19:30', null],
  ['time3', '明晚', '格式不对：例如 2026年3月2日 19:30'],
  ['amount1', '¥199.00', null],
  ['amount1', '一百', '格式不对：例如 ¥199.00'],
  ['character_string1', 'x'.repeat(33), '太长了：最多 32 个字'],
  ['phone_number1', '138****8000', null],
  ['car_number1', '京A123456789', '太长了：最多 8 个字'],
  ['keyword1', '不认识的类型', null],
])('%s: %j → %j', (name, typed, problem) => expect(fieldProblem(name, typed)).toBe(problem));

it('every kind of field says what it takes', () => expect(ruleOf('amount3').hint).toContain('¥'));
