import { describe, expect, it } from 'vitest';
import { beli, fen } from './money';
import { maskPhone, NOTICES, type NoticeSaying, type OrderFacts } from './notice';
import { canCarry, chooseCarriers, fillNotice, noticeExample } from './notice-carrier';
import { noticeLines } from './notice-words';
import { readFields } from './template-field';

const FACTS = {
  orderNo: '20260302123456789012',
  courses: ['Python 全栈开发'],
  cashFen: fen(19900),
  at: '2026-03-02T02:05:00.000Z',
};
const paidWith = (facts: Partial<OrderFacts> = {}): NoticeSaying => ({
  notice: 'order_paid',
  facts: { ...FACTS, ...facts },
});
const ENROLLED = { student: '王路飞', phone: '138****8000' };

const PAID_FIELDS = readFields(
  '订单编号:{{character_string1.DATA}}\n课程名称:{{thing2.DATA}}\n支付金额:{{amount3.DATA}}\n支付时间:{{time4.DATA}}',
);
const ENROLLED_FIELDS = readFields(
  '学员姓名:{{thing1.DATA}}\n报名课程:{{thing2.DATA}}\n报名时间:{{time3.DATA}}\n联系电话:{{phone_number4.DATA}}',
);
const REFUND_FIELDS = readFields('订单编号:{{character_string1.DATA}}\n退款方式:{{const4.DATA}}');

describe('filling a template', () => {
  it('goes by the labels', () => {
    expect(fillNotice(PAID_FIELDS, paidWith())).toEqual({
      character_string1: '20260302123456789012',
      thing2: 'Python 全栈开发',
      amount3: '¥199.00',
      time4: '2026年3月2日 10:05',
    });
    expect(fillNotice(ENROLLED_FIELDS, paidWith(ENROLLED))).toEqual({
      thing1: '王路飞',
      thing2: 'Python 全栈开发',
      time3: '2026年3月2日 10:05',
      phone_number4: '138****8000',
    });
  });

  it('goes by the type where a label says nothing', () => {
    const fields = readFields('A:{{character_string1.DATA}}\nB:{{amount2.DATA}}\nC:{{time3.DATA}}\nD:{{thing4.DATA}}');
    expect(fillNotice(fields, paidWith())).toEqual({
      character_string1: '20260302123456789012',
      amount2: '¥199.00',
      time3: '2026年3月2日 10:05',
      thing4: 'Python 全栈开发',
    });
  });

  it('says how many courses there are before their names are cut', () => {
    const courses = ['Python 全栈开发', 'Web 前端工程师', '算法思维'];
    expect(fillNotice(readFields('课程:{{thing1.DATA}}'), paidWith({ courses }))).toEqual({
      thing1: '3 门：Python 全栈开发、Web…',
    });
  });

  it.each([
    ['asks for what is not known', ENROLLED_FIELDS],
    ['asks how it was refunded', REFUND_FIELDS],
    ['has no fields', []],
  ])('fails when the template %s', (_, fields) => expect(fillNotice(fields, paidWith())).toBeNull());
});

it('says how money is given back', () => {
  expect(fillNotice(REFUND_FIELDS, paidWith({ beli: beli(0) }))).toEqual({
    character_string1: '20260302123456789012',
    const4: '原路退回',
  });
});

describe('which template carries which notice', () => {
  const paid = { templateId: 'p', title: '支付成功通知', fields: PAID_FIELDS, channel: 'template' } as const;
  const enrolled = { templateId: 'e', title: '报名成功通知', fields: ENROLLED_FIELDS, channel: 'template' } as const;
  const refund = { templateId: 'r', title: '退款成功通知', fields: REFUND_FIELDS, channel: 'template' } as const;
  const other = { templateId: 'o', title: '课程通知', fields: PAID_FIELDS, channel: 'template' } as const;

  it.each([
    ['found by their titles', [other, refund, enrolled, paid], {}, { order_paid: 'p', enrolled: 'e', refunded: 'r' }],
    ['kept as chosen', [paid, other], { order_paid: 'o' }, { order_paid: 'o' }],
    ['chosen again when the chosen one is gone', [paid], { order_paid: 'o' }, { order_paid: 'p' }],
    ['none that cannot say it', [{ ...paid, fields: REFUND_FIELDS }], {}, {}],
    ['none of another kind', [other], {}, {}],
  ] as const)('%s', (_, templates, current, expected) => {
    expect(chooseCarriers(templates, current)).toEqual(expected);
  });

  it('goes by what an administrator chose, while it can carry it', () => {
    expect(chooseCarriers([paid, other], { order_paid: 'p' }, { order_paid: 'o' })).toEqual({ order_paid: 'o' });
    expect(chooseCarriers([paid, refund], {}, { order_paid: 'r' })).toEqual({ order_paid: 'p' });
  });

  it('prefers 模板消息, and takes a 订阅通知 for want of one', () => {
    const allowed = { ...paid, templateId: 's', channel: 'subscribe' } as const;
    expect(chooseCarriers([allowed, paid], {})).toEqual({ order_paid: 'p' });
    expect(chooseCarriers([allowed], {})).toEqual({ order_paid: 's' });
    expect(chooseCarriers([allowed, paid], { order_paid: 's' })).toEqual({ order_paid: 'p' });
    // Chosen, it is asked first when the notice is sent; the 模板消息 stays the carrier for whoever did not allow it.
    expect(chooseCarriers([allowed, paid], {}, { order_paid: 's' })).toEqual({ order_paid: 'p' });
  });
});

describe('every notice', () => {
  const LIBRARY = {
    order_paid: '订单编号:{{character_string1.DATA}}\n支付时间:{{time2.DATA}}',
    enrolled: '学员姓名:{{thing1.DATA}}\n报名课程:{{thing2.DATA}}',
    refunded: '退款金额:{{amount1.DATA}}\n退款方式:{{const2.DATA}}',
    homework_graded:
      '课程名称:{{thing1.DATA}}\n作业名称:{{thing2.DATA}}\n作业得分:{{character_string3.DATA}}\n批改老师:{{thing4.DATA}}',
    course_expiring: '课程名称:{{thing1.DATA}}\n到期时间:{{time2.DATA}}\n温馨提示:{{thing3.DATA}}',
    coupon_expiring: '优惠券名称:{{thing1.DATA}}\n到期时间:{{time2.DATA}}\n数量:{{thing3.DATA}}',
    password_code: '验证码:{{character_string1.DATA}}\n用途:{{thing2.DATA}}\n有效时间:{{thing3.DATA}}',
    invite_rewarded: '通知标题:{{thing1.DATA}}\n通知内容:{{thing2.DATA}}\n通知时间:{{time3.DATA}}',
  } as const;

  it.each(NOTICES)('%s fills a template as the library words it', (notice) => {
    const fields = readFields(LIBRARY[notice]);
    expect(canCarry({ fields }, notice)).toBe(true);
  });

  it('of a coupon says how many', () => {
    expect(fillNotice(readFields(LIBRARY.coupon_expiring), noticeExample('coupon_expiring'))).toEqual({
      thing1: '2 张：新人满减券',
      time2: '2026年3月4日',
      thing3: '2张',
    });
  });

  it('of a code is no notice without the code, and shows it to nobody here', () => {
    expect(canCarry({ fields: readFields('温馨提示:{{thing1.DATA}}') }, 'password_code')).toBe(false);
    const blank = { notice: 'password_code', facts: { code: null, minutes: 10 } } as const;
    expect(fillNotice(readFields(LIBRARY.password_code), blank)).toBeNull();
    expect(JSON.stringify(noticeLines(noticeExample('password_code')))).not.toContain('314159');
  });
});

it('in words for people', () => {
  expect(noticeLines(paidWith())).toEqual([
    ['课程', 'Python 全栈开发'],
    ['订单编号', '20260302123456789012'],
    ['实付金额', '¥199.00'],
    ['时间', '2026年3月2日 10:05'],
  ]);
});

it('a refund in words for people', () => {
  expect(noticeLines(paidWith({ beli: beli(100) }))).toEqual([
    ['课程', 'Python 全栈开发'],
    ['订单编号', '20260302123456789012'],
    ['退款金额', '¥199.00'],
    ['退回贝里', '100'],
    ['时间', '2026年3月2日 10:05'],
  ]);
});

it('hides the middle of a phone number', () => expect(maskPhone('13812348000')).toBe('138****8000'));
