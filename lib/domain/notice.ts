import { type Beli, beli, type Fen, fen, yuanText } from './money';
import { shanghaiDay, shanghaiTime } from './shanghai-day';
import { type FieldType, fieldType, fitField, type TemplateField } from './template-field';

/** What the shop itself tells a student. Which template carries it is looked up when it is sent. */
export const NOTICES = [
  'order_paid',
  'enrolled',
  'refunded',
  'homework_graded',
  'course_expiring',
  'coupon_expiring',
  'password_code',
] as const;
export type Notice = (typeof NOTICES)[number];
export const NOTICE_TITLES = {
  order_paid: '支付成功',
  enrolled: '报名成功',
  refunded: '退款成功',
} as const satisfies Record<Notice, string>;

/** Why a notice waits although its student is bound. */
export const NO_TEMPLATE = '还没有可用的消息模板';

export interface NoticeFacts {
  readonly orderNo: string;
  readonly courses: readonly string[];
  /** What was paid in cash, or is given back in it. */
  readonly cashFen: Fen;
  /** Given back with it; only a refund has this. */
  readonly beli?: Beli;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly student?: string;
  /** With its middle hidden: the outbox need not know it. */
  readonly phone?: string;
}

export interface NoticeContent {
  readonly kind: 'notice';
  readonly notice: Notice;
  /** Where a tap on the card leads, a path of this site. */
  readonly path: string;
  readonly facts: NoticeFacts;
}

type FactName = 'orderNo' | 'courses' | 'amount' | 'at' | 'student' | 'phone' | 'refundTo';

/** Which fact a field asks for, by the words of its label; the first that fits. */
const LABELS: readonly (readonly [FactName, RegExp])[] = [
  ['refundTo', /退款(方式|去向|渠道|途径)|退回方式/],
  ['amount', /金额|价格|费用|学费|实付/],
  ['at', /时间|日期/],
  ['phone', /电话|手机|联系/],
  ['orderNo', /单号|编号|流水/],
  ['student', /姓名|学员|学生|用户|账号/],
  ['courses', /课程|商品|项目|产品|内容|名称|详情|备注|说明/],
];

/** Where the label says nothing, the type may. */
const BY_TYPE: Partial<Record<FieldType, FactName>> = {
  amount: 'amount',
  time: 'at',
  phone_number: 'phone',
  character_string: 'orderNo',
  thing: 'courses',
};

/** Titles the template library uses for each notice. */
const LIBRARY_TITLES = {
  order_paid: /(支付|付款|缴费|购买|购课|下单)(成功|完成)/,
  enrolled: /(报名|入学|选课)(成功|完成)|课程开通/,
  refunded: /退款(成功|完成|到账)/,
} as const satisfies Record<Notice, RegExp>;

/** What a notice knows at the least: a template that asks for more cannot carry it. */
const EXAMPLE: NoticeFacts = { orderNo: '1', courses: ['课'], cashFen: fen(1), at: '2026-01-01T00:00:00Z' };
const EXAMPLES = {
  order_paid: EXAMPLE,
  enrolled: { ...EXAMPLE, student: '某', phone: '138****8000' },
  refunded: { ...EXAMPLE, beli: beli(1) },
} as const satisfies Record<Notice, NoticeFacts>;

/** The values of a template's fields; null when it asks for something we cannot say. */
export function fillNotice(fields: readonly TemplateField[], facts: NoticeFacts): Record<string, string> | null {
  const known = factTexts(facts);
  const data: Record<string, string> = {};
  for (const { name, label } of fields) {
    const fact = LABELS.find(([, words]) => words.test(label))?.[0] ?? BY_TYPE[fieldType(name)];
    const value = fact && known[fact] !== undefined ? fitField(name, known[fact]) : null;
    if (value === null) return null;
    data[name] = value;
  }
  return fields.length > 0 ? data : null;
}

interface Template {
  readonly templateId: string;
  readonly title: string;
  readonly fields: readonly TemplateField[];
}

export type Carriers = Readonly<Partial<Record<Notice, string>>>;

/** Which template carries each notice: the one that did, while it can; else the first whose title is of the kind. */
export function chooseCarriers(templates: readonly Template[], current: Carriers): Carriers {
  const chosen = NOTICES.flatMap((notice): (readonly [Notice, string])[] => {
    const able = templates.filter(({ fields }) => fillNotice(fields, EXAMPLES[notice]) !== null);
    const kept = able.find(({ templateId }) => templateId === current[notice]);
    const found = kept ?? able.find(({ title }) => LIBRARY_TITLES[notice].test(title));
    return found ? [[notice, found.templateId]] : [];
  });
  return Object.fromEntries(chosen);
}

/** The facts in words, for people: label and text, in reading order. */
export function noticeLines(facts: NoticeFacts): (readonly [label: string, text: string])[] {
  const known = factTexts(facts);
  const { beli: back } = facts;
  return [
    ['课程', known.courses],
    ['订单编号', known.orderNo],
    [back === undefined ? '实付金额' : '退款金额', known.amount],
    ...(back ? [['退回贝里', String(back)] as const] : []),
    ['时间', known.at],
  ];
}

function factTexts({ orderNo, courses, cashFen, beli: back, at, student, phone }: NoticeFacts) {
  return {
    orderNo,
    courses: courses.length > 1 ? `${courses.length} 门：${courses.join('、')}` : courses.join(''),
    amount: `¥${yuanText(cashFen)}`,
    at: chineseMinute(new Date(at)),
    student,
    phone,
    refundTo: back === undefined ? undefined : '原路退回',
  } satisfies Record<FactName, string | undefined>;
}

function chineseMinute(instant: Date): string {
  const [year, month, day] = shanghaiDay(instant).split('-').map(Number);
  return `${year}年${month}月${day}日 ${shanghaiTime(instant)}`;
}

/** `138****8000`. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
