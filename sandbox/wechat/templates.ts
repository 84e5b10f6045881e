import { templateIdOf } from './ids';
import type { ValueType } from './template-values';

interface TemplateField {
  /** The type with the field's number: thing2. */
  readonly key: string;
  readonly type: ValueType;
  readonly label: string;
  readonly example: string;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly TemplateField[];
}

type Definition = readonly [title: string, ...fields: (readonly [ValueType, number, string, string])[]];

/** The templates the account has chosen from its category's library. */
const DEFINITIONS: readonly Definition[] = [
  [
    '支付成功通知',
    ['character_string', 1, '订单编号', 'LF20260302100000123456'],
    ['thing', 2, '课程名称', 'Python 全栈开发'],
    ['amount', 3, '支付金额', '¥199.00'],
    ['time', 4, '支付时间', '2026年3月2日 10:00'],
  ],
  [
    '报名成功通知',
    ['thing', 1, '学员姓名', '王路飞'],
    ['thing', 2, '报名课程', 'Python 全栈开发'],
    ['time', 3, '报名时间', '2026年3月2日 10:05'],
    ['phone_number', 4, '联系电话', '138****8000'],
  ],
  [
    '课程通知',
    ['thing', 1, '课程名称', 'Python 全栈开发'],
    ['time', 2, '通知时间', '2026年3月3日 19:30'],
    ['thing', 3, '通知内容', '今晚直播答疑，请准时参加'],
  ],
  [
    '退款成功通知',
    ['character_string', 1, '订单编号', 'LF20260302100000123456'],
    ['amount', 2, '退款金额', '¥199.00'],
    ['time', 3, '退款时间', '2026年3月4日 09:00'],
    ['const', 4, '退款方式', '原路退回'],
  ],
];

export function templatesOf(appId: string): readonly Template[] {
  return DEFINITIONS.map(([title, ...fields]) => ({
    id: templateIdOf(appId, title),
    title,
    fields: fields.map(([type, number, label, example]) => ({ key: `${type}${number}`, type, label, example })),
  }));
}
