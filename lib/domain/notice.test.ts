import { describe, expect, it } from 'vitest';
import { beli, fen } from './money';
import { chooseCarriers, fillNotice, maskPhone, noticeLines } from './notice';
import { readFields } from './template-field';

const FACTS = {
  orderNo: '20260302123456789012',
  courses: ['Python 全栈开发'],
  cashFen: fen(19900),
  at: '2026-03-02T02:05:00.000Z',
};
const ENROLLED = { ...FACTS, student: '王路飞', phone: '138****8000' };

const PAID_FIELDS = readFields(
  '订单编号:{{character_string1.DATA}}\n课程名称:{{thing2.DATA}}\n支付金额:{{amount3.DATA}}\n支付时间:{{time4.DATA}}',
);
const ENROLLED_FIELDS = readFields(
  '学员姓名:{{thing1.DATA}}\n报名课程:{{thing2.DATA}}\n报名时间:{{time3.DATA}}\n联系电话:{{phone_number4.DATA}}',
);
const REFUND_FIELDS = readFields('订单编号:{{character_string1.DATA}}\n退款方式:{{const4.DATA}}');

describe('filling a template', () => {
  it('goes by the labels', () => {
    expect(fillNotice(PAID_FIELDS, FACTS)).toEqual({
      character_string1: '20260302123456789012',
      thing2: 'Python 全栈开发',
      amount3: '¥199.00',
      time4: '2026年3月2日 10:05',
    });
    expect(fillNotice(ENROLLED_FIELDS, ENROLLED)).toEqual({
      thing1: '王路飞',
      thing2: 'Python 全栈开发',
      time3: '2026年3月2日 10:05',
      phone_number4: '138****8000',
    });
  });

  it('goes by the type where a label says nothing', () => {
    const fields = readFields('A:{{character_string1.DATA}}\nB:{{amount2.DATA}}\nC:{{time3.DATA}}\nD:{{thing4.DATA}}');
    expect(fillNotice(fields, FACTS)).toEqual({
      character_string1: '20260302123456789012',
      amount2: '¥199.00',
      time3: '2026年3月2日 10:05',
      thing4: 'Python 全栈开发',
    });
  });

  it('says how many courses there are before their names are cut', () => {
    const courses = ['Python 全栈开发', 'Web 前端工程师', '算法思维'];
    expect(fillNotice(readFields('课程:{{thing1.DATA}}'), { ...FACTS, courses })).toEqual({
      thing1: '3 门：Python 全栈开发、Web…',
    });
  });

  it.each([
    ['asks for what is not known', ENROLLED_FIELDS],
    ['asks how it was refunded', REFUND_FIELDS],
    ['has no fields', []],
  ])('fails when the template %s', (_, fields) => expect(fillNotice(fields, FACTS)).toBeNull());
});

it('says how money is given back', () => {
  expect(fillNotice(REFUND_FIELDS, { ...FACTS, beli: beli(0) })).toEqual({
    character_string1: '20260302123456789012',
    const4: '原路退回',
  });
});

describe('which template carries which notice', () => {
  const paid = { templateId: 'p', title: '支付成功通知', fields: PAID_FIELDS };
  const enrolled = { templateId: 'e', title: '报名成功通知', fields: ENROLLED_FIELDS };
  const refund = { templateId: 'r', title: '退款成功通知', fields: REFUND_FIELDS };
  const other = { templateId: 'o', title: '课程通知', fields: PAID_FIELDS };

  it.each([
    ['found by their titles', [other, refund, enrolled, paid], {}, { order_paid: 'p', enrolled: 'e', refunded: 'r' }],
    ['kept as chosen', [paid, other], { order_paid: 'o' }, { order_paid: 'o' }],
    ['chosen again when the chosen one is gone', [paid], { order_paid: 'o' }, { order_paid: 'p' }],
    ['none that cannot say it', [{ ...paid, fields: REFUND_FIELDS }], {}, {}],
    ['none of another kind', [other], {}, {}],
  ] as const)('%s', (_, templates, current, expected) => {
    expect(chooseCarriers(templates, current)).toEqual(expected);
  });
});

it('in words for people', () => {
  expect(noticeLines(FACTS)).toEqual([
    ['课程', 'Python 全栈开发'],
    ['订单编号', '20260302123456789012'],
    ['实付金额', '¥199.00'],
    ['时间', '2026年3月2日 10:05'],
  ]);
});

it('a refund in words for people', () => {
  expect(noticeLines({ ...FACTS, beli: beli(100) })).toEqual([
    ['课程', 'Python 全栈开发'],
    ['订单编号', '20260302123456789012'],
    ['退款金额', '¥199.00'],
    ['退回贝里', '100'],
    ['时间', '2026年3月2日 10:05'],
  ]);
});

it('hides the middle of a phone number', () => expect(maskPhone('13812348000')).toBe('138****8000'));
