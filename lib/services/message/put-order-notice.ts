import { and, asc, eq, isNull } from 'drizzle-orm';
import { enrolmentGrant, orderLine } from '@/db/schema';
import type { Fen } from '@/lib/domain/money';
import { maskPhone, NOTICE_TITLES } from '@/lib/domain/notice';
import type { TxCtx } from '../ctx';
import { putMessage } from './put-message';

interface OrderNotice {
  readonly notice: 'order_paid' | 'enrolled';
  readonly order: {
    readonly id: number;
    readonly orderNo: string;
    readonly accountId: number;
    readonly cashFen: Fen;
  };
  /** Names of what was bought; absent: what the order still grants. */
  readonly courses?: readonly string[];
  readonly student?: { readonly name: string; readonly phone: string };
}

/** Tells the student, once an order, that it is paid or that they are enrolled. The caller has locked the account. */
export async function putOrderNotice(ctx: TxCtx, input: OrderNotice): Promise<void> {
  const { notice, order, student } = input;
  const courses = input.courses ?? (await grantedNames(ctx, order.id));
  await putMessage(ctx, {
    accountId: order.accountId,
    cause: `order:${order.id}:${notice}`,
    title: NOTICE_TITLES[notice],
    content: {
      kind: 'notice',
      notice,
      path: '/learn',
      facts: {
        orderNo: order.orderNo,
        courses,
        cashFen: order.cashFen,
        at: ctx.now.toISOString(),
        ...(student && { student: student.name, phone: maskPhone(student.phone) }),
      },
    },
  });
}

async function grantedNames(ctx: TxCtx, orderId: number): Promise<string[]> {
  const lines = await ctx.db
    .select({ name: orderLine.productName })
    .from(orderLine)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.orderLineId, orderLine.id), isNull(enrolmentGrant.revokedAt)))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
  return lines.map(({ name }) => name);
}
