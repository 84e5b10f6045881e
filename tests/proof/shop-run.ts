import { asc, eq, sql } from 'drizzle-orm';
import { Logger, runOnce, type TaskList } from 'graphile-worker';
import type { Database } from '@/db/client';
import { beliAccount, cartItem, couponRecord, order, orderLine, payment, refund } from '@/db/schema';
import { createCtx } from '@/lib/context';
import { beli } from '@/lib/domain/money';
import type { OrderStatus, PaymentStatus, RefundStatus } from '@/lib/domain/states';
import { createTasks } from '@/lib/jobs/tasks';
import { sweepExpired } from '@/lib/services/order/sweep-expired';
import { sweepPayments } from '@/lib/services/payment/sweep-payments';
import { sweepRefunds } from '@/lib/services/refund/sweep-refunds';
import { placeOrder } from '@/lib/services/settlement/place-order';
import { startSettlement } from '@/lib/services/settlement/start-settlement';
import { mintCouponRecord } from '../support/coupon-factories';
import { type MintedProduct, mintAccount, mintCourse, only } from '../support/factories';
import { changeOpen, lookAtSettlement } from '../support/settlement';
import { type BookedOrder, Books, type View, type World } from './books';
import type { Outside, Truth } from './outside';

const BALANCE = 3000;
// The last one costs so little that coupon or 贝里 pay it whole.
const PRICES = [9900, 19900, 3333, 800];

export interface Wish {
  /** A bit for each course. */
  readonly courses: number;
  readonly beli: number;
  readonly withoutCoupons: boolean;
}

/** One student, one administrator, one shop, one Alipay, for one run; and the model of what must come of it. */
export class ShopRun {
  readonly payUrls = new Map<string, string>();
  /** What jobs threw that was no "ask again later". */
  readonly failures: string[] = [];

  private constructor(
    readonly db: Database,
    private readonly url: string,
    readonly outside: Outside,
    readonly books: Books,
    private readonly people: { readonly student: number; readonly admin: number },
    private readonly courses: readonly MintedProduct[],
  ) {}

  static async begin(db: Database, url: string, outside: Outside): Promise<ShopRun> {
    const student = await mintAccount(db, { beli: BALANCE });
    const admin = await mintAccount(db, { role: 'admin' });
    const courses: MintedProduct[] = [];
    for (const price of PRICES) courses.push(await mintCourse(db, { prices: [[30, price]] }));
    const ofFirst = await mintCouponRecord(db, student.id, { productId: courses[0]?.id ?? 0 });
    const ofLast = await mintCouponRecord(db, student.id, { productId: courses[3]?.id ?? 0 });
    const ofOrder = await mintCouponRecord(db, student.id, {
      rule: { kind: 'threshold', valueFen: 6000, minimumFen: 20_000 },
    });
    const books = new Books({ balance: BALANCE, coupons: [ofFirst.id, ofLast.id, ofOrder.id] });
    return new ShopRun(db, url, outside, books, { student: student.id, admin: admin.id }, courses);
  }

  get student() {
    return createCtx({ kind: 'account', id: this.people.student, role: 'student' });
  }
  get admin() {
    return createCtx({ kind: 'account', id: this.people.admin, role: 'admin' });
  }
  get system() {
    return createCtx({ kind: 'system' });
  }

  /** From the cart to the order, as the student wishes. */
  async place({ courses, beli: amount, withoutCoupons }: Wish): Promise<BookedOrder> {
    const ctx = this.student;
    const wanted = this.courses.filter((_course, index) => ((courses % 15) + 1) & (1 << index));
    const accountId = ctx.actor.id;
    await this.db.delete(cartItem).where(eq(cartItem.accountId, accountId));
    await this.db
      .insert(cartItem)
      .values(wanted.map(({ id, policy }) => ({ accountId, productId: id, pricePolicyId: policy.id })));
    await startSettlement(ctx);
    if (withoutCoupons) await changeOpen(ctx, { intent: 'order-coupon', recordId: null });
    await changeOpen(ctx, { intent: 'beli', beli: beli(amount) });
    const seen = await lookAtSettlement(this.db, accountId, ctx.now);
    const placed = await placeOrder(ctx, seen.form);
    if (!placed.ok) throw new Error(`not placed: ${placed.error.code}`);
    return this.readPlaced(placed.value.orderNo);
  }

  private async readPlaced(orderNo: string): Promise<BookedOrder> {
    const found = only(await this.db.select().from(order).where(eq(order.orderNo, orderNo)));
    const lines = await this.db
      .select({
        id: orderLine.id,
        cashFen: orderLine.cashFen,
        beli: orderLine.beli,
        couponId: orderLine.couponRecordId,
      })
      .from(orderLine)
      .where(eq(orderLine.orderId, found.id))
      .orderBy(asc(orderLine.position));
    const { id, cashFen, beli: used, orderCouponRecordId: couponId, expiresAt } = found;
    return { id, orderNo, cashFen, beli: used, couponId, expiresAt: expiresAt.getTime(), lines, status: 'pending' };
  }

  /** Every job whose time has come by the run's clock, and what the clock itself starts. */
  async work(): Promise<void> {
    await sweepExpired(this.system);
    await sweepPayments(this.system);
    await sweepRefunds(this.system);
    const now = new Date(this.outside.post.time).toISOString();
    await this.db.execute(sql`
      update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at <= ${now}::timestamptz`);
    await runOnce({
      connectionString: this.url,
      concurrency: 2,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      taskList: this.watched(createTasks(() => this.system)),
    });
  }

  private watched(tasks: TaskList): TaskList {
    const entries = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
      name,
      async (payload, helpers) => {
        try {
          await task?.(payload, helpers);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'TryAgain') this.failures.push(`${name}: ${String(error)}`);
          throw error;
        }
      },
    ]);
    return Object.fromEntries(entries);
  }

  async view(): Promise<View> {
    const mine = eq(order.accountId, this.people.student);
    const [orders, attempts, refunds, coupons, accounts] = await Promise.all([
      this.db.select({ key: order.orderNo, status: order.status }).from(order).where(mine),
      this.db
        .select({ key: payment.outTradeNo, status: payment.status })
        .from(payment)
        .innerJoin(order, eq(order.id, payment.orderId))
        .where(mine),
      this.db
        .select({ key: refund.id, status: refund.status, kind: refund.kind })
        .from(refund)
        .innerJoin(order, eq(order.id, refund.orderId))
        .where(mine),
      this.db
        .select({ key: couponRecord.id, status: couponRecord.status })
        .from(couponRecord)
        .where(eq(couponRecord.accountId, this.people.student)),
      this.db.select().from(beliAccount).where(eq(beliAccount.accountId, this.people.student)),
    ]);
    const { balance, held } = only(accounts);
    return {
      orders: byKey<OrderStatus>(orders),
      attempts: byKey<PaymentStatus>(attempts),
      refunds: byKey<RefundStatus>(refunds.filter(({ kind }) => kind === 'lines')),
      coupons: byKey(coupons),
      beli: { balance, held },
    };
  }

  async world(cancelling?: string): Promise<World> {
    const truths = new Map<string, Truth>();
    for (const outTradeNo of this.books.attempts.keys()) truths.set(outTradeNo, await this.outside.truth(outTradeNo));
    return { now: this.outside.post.time, truths, ...(cancelling === undefined ? {} : { cancelling }) };
  }
}

const byKey = <S extends string>(rows: readonly { readonly key: string | number; readonly status: S }[]) =>
  Object.fromEntries(rows.map(({ key, status }) => [key, status]));
