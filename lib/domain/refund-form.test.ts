import { describe, expect, it } from 'vitest';
import { lineField } from './refund-fields';
import { refundApprovalSchema, refundRejectionSchema, refundRequestSchema } from './refund-form';

const ORDER_NO = '20260310123456789012';
const ask = (form: Record<string, string>) =>
  refundRequestSchema.safeParse({ orderNo: ORDER_NO, reason: '不想学了', ...form });

describe('the form that asks for a refund', () => {
  it('takes ticked lines, or the whole order', () => {
    expect(ask({ [lineField(7)]: 'on', [lineField(9)]: 'on' }).data).toMatchObject({
      orderNo: ORDER_NO,
      lineIds: [7, 9],
      reason: '不想学了',
    });
    expect(ask({ whole: '1', [lineField(7)]: 'on' }).data?.lineIds).toBe('all');
  });

  it.each([
    ['nothing is ticked', {}],
    ['what is ticked is no line', { 'line-0': 'on', 'line-x': 'on' }],
    ['there is no reason', { whole: '1', reason: ' \n ' }],
    ['the reason is too long', { whole: '1', reason: '长'.repeat(201) }],
    ['the order number is none', { whole: '1', orderNo: '1' }],
    ['too many lines are ticked', Object.fromEntries(Array.from({ length: 21 }, (_, i) => [lineField(i + 1), 'on']))],
  ])('is refused when %s', (_, form) => expect(ask(form).success).toBe(false));

  it('tidies the reason', () => {
    expect(ask({ whole: '1', reason: ' 一\r\n二\0 ' }).data?.reason).toBe('一\n二');
  });
});

it('a decision names its refund', () => {
  expect(refundApprovalSchema.safeParse({ refundId: '3', 'line-8': 'on' }).data).toMatchObject({
    refundId: 3,
    lineIds: [8],
  });
  expect(refundApprovalSchema.safeParse({ refundId: 'x', whole: '1' }).success).toBe(false);
  expect(refundRejectionSchema.safeParse({ refundId: '3', reason: '已学完' }).data).toEqual({
    refundId: 3,
    reason: '已学完',
  });
});
