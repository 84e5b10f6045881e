import { describe, expect, it } from 'vitest';
import { valueProblem } from './template-values';

describe('template values', () => {
  it.each([
    ['thing', 'Python 全栈 / 第 1 期!'],
    ['thing', '😀'.repeat(20)],
    ['character_string', 'LF-2026_03/02#1'],
    ['time', '15:01'],
    ['time', '2026年3月2日'],
    ['time', '2026年03月02日 15:01'],
    ['time', '2026-03-02 15:01:09'],
    ['time', '2026年3月2日 15:01~2026年3月3日 16:00'],
    ['amount', '¥199.00'],
    ['amount', '199元'],
    ['amount', '0.01'],
    ['phone_number', '+86-0766-66888866'],
    ['phone_number', '138****8000'],
    ['car_number', '粤A8Z888挂'],
    ['const', '原路退回'],
    ['const', ''],
  ] as const)('%s takes %j', (type, value) => {
    expect(valueProblem(type, value)).toBeNull();
  });

  it.each([
    ['thing', '一'.repeat(21), 'invalid'],
    ['thing', '  ', 'is empty'],
    ['character_string', '订单', 'invalid'],
    ['character_string', 'x'.repeat(33), 'invalid'],
    ['time', '2026/3', 'invalid'],
    ['time', '25:00', 'invalid'],
    ['time', '2026-03-02T15:01:09Z', 'invalid'],
    ['amount', '1,000.00', 'invalid'],
    ['amount', '-1', 'invalid'],
    ['amount', '9'.repeat(13), 'invalid'],
    ['phone_number', '1'.repeat(18), 'invalid'],
    ['phone_number', '电话', 'invalid'],
    ['car_number', '粤A8Z888挂车', 'invalid'],
    ['const', '退'.repeat(21), 'invalid'],
  ] as const)('%s refuses %j', (type, value, problem) => {
    expect(valueProblem(type, value)).toBe(problem);
  });
});
