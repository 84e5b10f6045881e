import type { TemplateChannel } from './message-topic';
import { beli, fen } from './money';
import { NOTICES, type Notice, type NoticeFacts, type NoticeSaying } from './notice';
import { type FactName, factTexts } from './notice-words';
import { type FieldType, fieldType, fitField, type TemplateField } from './template-field';

type Asked = readonly (readonly [FactName, RegExp])[];

const ORDER_LABELS: Asked = [
  ['refundTo', /退款(方式|去向|渠道|途径)|退回方式/],
  ['amount', /金额|价格|费用|学费|实付/],
  ['at', /时间|日期/],
  ['phone', /电话|手机|联系/],
  ['orderNo', /单号|编号|流水/],
  ['student', /姓名|学员|学生|用户|账号/],
  ['courses', /课程|商品|项目|产品|内容|名称|详情|备注|说明/],
];

/** Which fact a field asks for, by the words of its label; the first that fits. */
const LABELS: Readonly<Record<Notice, Asked>> = {
  order_paid: ORDER_LABELS,
  enrolled: ORDER_LABELS,
  refunded: ORDER_LABELS,
  homework_graded: [
    ['score', /成绩|分数|得分|评分|结果|等级/],
    ['mentor', /导师|老师|教师|批改人/],
    ['homework', /作业|任务|练习/],
    ['hint', /备注|提示|说明|评语|点评/],
    ['courses', /课程|项目|名称|内容/],
  ],
  course_expiring: [
    ['hint', /备注|提示|说明|原因/],
    ['endsOn', /时间|日期|到期日|有效期|截止|期限/],
    ['courses', /课程|商品|服务|项目|产品|名称|内容/],
  ],
  coupon_expiring: [
    ['hint', /备注|提示|说明|原因/],
    ['count', /数量|张数/],
    ['endsOn', /时间|日期|到期日|有效期|截止|期限/],
    ['coupon', /券|商品|项目|名称|内容/],
  ],
  password_code: [
    ['hint', /备注|提示|说明/],
    ['minutes', /有效|时效|时间|时长|期限/],
    ['purpose', /用途|操作|业务|类型|事项/],
    ['code', /验证码|校验码|动态码|密码|内容/],
  ],
  invite_rewarded: [
    ['at', /时间|日期/],
    ['hint', /备注|提示|说明|原因|标题|来源/],
    ['reward', /奖|礼|内容|名称|项目|详情|金额/],
  ],
};

/** Where the label says nothing, the type may. */
const ORDER_TYPES: Partial<Record<FieldType, FactName>> = {
  amount: 'amount',
  time: 'at',
  phone_number: 'phone',
  character_string: 'orderNo',
  thing: 'courses',
};
const BY_TYPE: Readonly<Record<Notice, Partial<Record<FieldType, FactName>>>> = {
  order_paid: ORDER_TYPES,
  enrolled: ORDER_TYPES,
  refunded: ORDER_TYPES,
  homework_graded: { thing: 'homework' },
  course_expiring: { time: 'endsOn', date: 'endsOn', thing: 'courses' },
  coupon_expiring: { time: 'endsOn', date: 'endsOn', thing: 'coupon' },
  password_code: { character_string: 'code', number: 'code' },
  invite_rewarded: { time: 'at', thing: 'reward' },
};

/** Titles the template library uses for each notice. */
const LIBRARY_TITLES = {
  order_paid: /(支付|付款|缴费|购买|购课|下单)(成功|完成)/,
  enrolled: /(报名|入学|选课)(成功|完成)|课程开通/,
  refunded: /退款(成功|完成|到账)/,
  homework_graded: /作业.*(批改|点评|评分|评阅|反馈)/,
  course_expiring: /(课程|课时|学习|会员|服务).*(到期|过期)/,
  coupon_expiring: /券.*(到期|过期)/,
  password_code: /验证码|动态码|校验码/,
  invite_rewarded: /(邀请|奖励|礼品|奖品).*(通知|到账|发放|成功)|学校通知/,
} as const satisfies Record<Notice, RegExp>;

const ORDER = {
  orderNo: '20260301093015000017',
  courses: ['Python 全栈开发'],
  cashFen: fen(199_900),
  at: '2026-03-01T01:30:00Z',
};
/** What a notice knows at the least: a template that asks for more cannot carry it. Also what a preview shows. */
const EXAMPLES: { readonly [N in Notice]: { readonly notice: N; readonly facts: NoticeFacts[N] } } = {
  order_paid: { notice: 'order_paid', facts: ORDER },
  enrolled: { notice: 'enrolled', facts: { ...ORDER, student: '蒙奇路飞', phone: '138****8000' } },
  refunded: { notice: 'refunded', facts: { ...ORDER, beli: beli(100) } },
  homework_graded: {
    notice: 'homework_graded',
    facts: { course: 'Python 全栈开发', homework: '第 3 章 购物车', score: '95' },
  },
  course_expiring: { notice: 'course_expiring', facts: { course: 'Python 全栈开发', endsOn: '2026-03-08' } },
  coupon_expiring: { notice: 'coupon_expiring', facts: { coupon: '新人满减券', endsOn: '2026-03-04', count: 2 } },
  password_code: { notice: 'password_code', facts: { code: '314159', minutes: 10 } },
  invite_rewarded: {
    notice: 'invite_rewarded',
    facts: { reward: '50 贝里（价值 ¥5.00）', side: 'inviter', at: ORDER.at },
  },
};
export const noticeExample = (notice: Notice): NoticeSaying => EXAMPLES[notice];

/** The values of a template's fields; null when it asks for something we cannot say. */
export function fillNotice(fields: readonly TemplateField[], saying: NoticeSaying): Record<string, string> | null {
  const known = factTexts(saying);
  const data: Record<string, string> = {};
  for (const { name, label } of fields) {
    const asked = LABELS[saying.notice].find(([, words]) => words.test(label));
    const fact = asked?.[0] ?? BY_TYPE[saying.notice][fieldType(name)];
    const value = fact && known[fact] !== undefined ? fitField(name, known[fact]) : null;
    if (value === null) return null;
    data[name] = value;
  }
  return fields.length > 0 && isTold(saying.notice, fields, data) ? data : null;
}

/** A code that is not on the card was not sent. */
const isTold = (notice: Notice, fields: readonly TemplateField[], data: Readonly<Record<string, string>>): boolean =>
  notice !== 'password_code' || fields.some(({ name }) => /^\d{4,8}$/.test(data[name] ?? ''));

export interface Template {
  readonly templateId: string;
  readonly title: string;
  readonly fields: readonly TemplateField[];
  readonly channel: TemplateChannel;
}

export const canCarry = (template: Pick<Template, 'fields'>, notice: Notice): boolean =>
  fillNotice(template.fields, noticeExample(notice)) !== null;

/** Whether it carries codes, or was made for them: nobody but who asked for a code is to get one. */
export const saysCode = ({ title, notice }: { readonly title: string; readonly notice: Notice | null }): boolean =>
  notice === 'password_code' || LIBRARY_TITLES.password_code.test(title);

export type Carriers = Readonly<Partial<Record<Notice, string>>>;

/**
 * Which template carries each notice: the one an administrator chose, while it can; else the one that did; else the first
 * whose title is of the kind. 模板消息 before 订阅通知, which need a permission each time: one that was chosen is asked
 * first when it is sent, and is no carrier here. A template carries one notice.
 */
export function chooseCarriers(templates: readonly Template[], current: Carriers, chosen: Carriers = {}): Carriers {
  const carriers: Partial<Record<Notice, string>> = {};
  const taken = new Set(Object.values(chosen));
  const carry = (notice: Notice, { templateId }: Template) => {
    carriers[notice] = templateId;
    taken.add(templateId);
  };
  for (const notice of NOTICES) {
    const wanted = templates.find(({ templateId }) => templateId === chosen[notice]);
    if (wanted?.channel === 'template' && canCarry(wanted, notice)) carry(notice, wanted);
  }
  for (const notice of NOTICES) {
    if (carriers[notice] !== undefined) continue;
    const able = templates.filter((one) => !taken.has(one.templateId) && canCarry(one, notice));
    const ordered = [...able.filter(isPlain), ...able.filter((one) => !isPlain(one))];
    const kept = ordered.find(({ templateId }) => templateId === current[notice]);
    const found = ordered.find(({ title }) => LIBRARY_TITLES[notice].test(title));
    // Whoever was carried by a 订阅通知 for want of another is not any longer once there is one.
    const best = kept && (isPlain(kept) || !found || !isPlain(found)) ? kept : found;
    if (best) carry(notice, best);
  }
  return carriers;
}

const isPlain = ({ channel }: Template): boolean => channel === 'template';
