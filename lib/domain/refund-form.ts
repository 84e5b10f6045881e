import { z } from 'zod';
import { idField, MALFORMED } from './form-fields';
import { isOrderNumber } from './order-number';
import type { LineChoice } from './refund';
import { LONGEST_REFUND_REASON } from './refund-fields';

const MOST_LINES = 20;

// A line break is all a textarea may hold of these; PostgreSQL refuses NUL.
const CONTROL = /[^\P{Cc}\n]/gu;

const words = (missing: string) =>
  z
    .string(missing)
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .refine((text) => [...text].length <= LONGEST_REFUND_REASON, `最多 ${LONGEST_REFUND_REASON} 个字`),
    );

const orderNo = z.string(MALFORMED).refine(isOrderNumber, MALFORMED);

/** Gathers what is ticked: `line-<id>` (lineField) for some lines, `whole` for the whole order. */
function withLines<S extends z.ZodRawShape>(shape: S) {
  return z.looseObject(shape).transform((form, context) => {
    const lineIds = linesOf(form);
    if (lineIds !== null) return { ...form, lineIds };
    context.addIssue({ code: 'custom', path: ['lines'], message: '请选择要退款的课程' });
    return z.NEVER;
  });
}

function linesOf(form: Readonly<Record<string, unknown>>): LineChoice | null {
  if (form.whole !== undefined) return 'all';
  const ids = Object.keys(form).flatMap((name) => {
    const id = /^line-([1-9]\d{0,14})$/.exec(name)?.[1];
    return id === undefined ? [] : [Number(id)];
  });
  return ids.length > 0 && ids.length <= MOST_LINES ? ids : null;
}

const orderPart = { orderNo, reason: words('请填写退款原因') };

/** A student asks for some lines or the whole of an order. */
export const refundRequestSchema = withLines(orderPart);

/** An administrator starts a refund. */
export const refundStartSchema = withLines(orderPart);

/** An administrator agrees, to all that was asked for or to some of its lines. */
export const refundApprovalSchema = withLines({ refundId: idField });

export const refundRejectionSchema = z.object({ refundId: idField, reason: words('请填写不同意的原因') });

/** An administrator tries again to give late money back. */
export const lateRefundSchema = z.object({ paymentId: idField });
