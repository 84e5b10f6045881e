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
  [
    '作业批改通知',
    ['thing', 1, '课程名称', 'Python 全栈开发'],
    ['thing', 2, '作业名称', '第一章 变量与类型'],
    ['character_string', 3, '作业得分', '95'],
    ['thing', 4, '批改老师', '娜美'],
  ],
  [
    '课程到期提醒',
    ['thing', 1, '课程名称', 'Python 全栈开发'],
    ['time', 2, '到期时间', '2026年3月10日 23:59'],
    ['thing', 3, '温馨提示', '到期后不能再学习，可以续费'],
  ],
  [
    '优惠券到期提醒',
    ['thing', 1, '优惠券名称', '新人立减券'],
    ['time', 2, '到期时间', '2026年3月10日 23:59'],
    ['thing', 3, '温馨提示', '还有 1 张券未使用'],
  ],
  [
    '验证码通知',
    ['character_string', 1, '验证码', '384021'],
    ['thing', 2, '用途', '重置登录密码'],
    ['thing', 3, '有效时间', '10 分钟'],
  ],
  [
    '学校通知',
    ['thing', 1, '通知标题', '春季课程上新'],
    ['thing', 2, '通知内容', '三门新课已经开放报名'],
    ['time', 3, '通知时间', '2026年3月3日 19:30'],
  ],
];

/** The 订阅通知 it has chosen, each let through once for every permit. */
const SUBSCRIBE_DEFINITIONS: readonly Definition[] = [
  [
    '开课提醒',
    ['thing', 1, '课程名称', 'Python 全栈开发'],
    ['time', 2, '开课时间', '2026年3月10日 19:30'],
    ['thing', 3, '备注', '请提前十分钟进入教室'],
  ],
  [
    '优惠券到期提醒',
    ['thing', 1, '优惠券名称', '新人立减券'],
    ['time', 2, '到期时间', '2026年3月10日 23:59'],
    ['thing', 3, '备注', '还有 1 张券未使用'],
  ],
];

export function templatesOf(appId: string): readonly Template[] {
  return DEFINITIONS.map((definition) => templateOf(appId, 'template', definition));
}

export function subscribeTemplatesOf(appId: string): readonly Template[] {
  return SUBSCRIBE_DEFINITIONS.map((definition) => templateOf(appId, 'subscribe', definition));
}

/** The lines of a template as the lists show them: with each field's name, or with an example. */
export function contentOf({ fields }: Template): { readonly content: string; readonly example: string } {
  return {
    content: fields.map(({ key, label }) => `${label}:{{${key}.DATA}}`).join('\n'),
    example: fields.map(({ label, example }) => `${label}:${example}`).join('\n'),
  };
}

function templateOf(appId: string, channel: 'template' | 'subscribe', [title, ...fields]: Definition): Template {
  return {
    id: templateIdOf(appId, channel === 'template' ? title : `${channel}:${title}`),
    title,
    fields: fields.map(([type, number, label, example]) => ({ key: `${type}${number}`, type, label, example })),
  };
}
