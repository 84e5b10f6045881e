import { eq, sql } from 'drizzle-orm';
import { couponRecord, order } from '@/db/schema';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintCourse } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { expect, test } from '../fixtures';
import { CashierPage } from '../pages/cashier-page';
import { PayPage } from '../pages/pay-page';

test('giving up at the cashier leaves the order to be paid', async ({ page, signedIn, db }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  const pay = new PayPage(page);
  await pay.open(orderNo);
  await pay.pay();
  await new CashierPage(page).cancel();
  await page.waitForURL((url) => !url.pathname.startsWith('/cashier'));

  await pay.open(orderNo);
  await expect(page.getByRole('heading', { name: '等待支付' })).toBeVisible();
  await pay.pay();
  await new CashierPage(page).confirm();
  await page.waitForURL(`**/enrol/${orderNo}`);
});

test('a lost notify: coming back from the cashier settles', async ({ page, signedIn, db, sandbox }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  await new PayPage(page).open(orderNo);
  await new PayPage(page).pay();
  const cashier = new CashierPage(page);
  await sandbox.setFaults(await cashier.outTradeNo(), { dropNotify: true });
  await cashier.confirm();
  await page.waitForURL(`**/enrol/${orderNo}`);
  await expect(page.getByRole('heading', { name: '填写报名表' })).toBeVisible();
});

test('a lost notify and a buyer who does not come back: 我已支付 settles', async ({
  page,
  context,
  signedIn,
  db,
  sandbox,
}) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  const pay = new PayPage(page);
  await pay.open(orderNo);
  await pay.confirm.click();
  await expect(page.getByRole('alert').filter({ hasText: '还没有收到' })).toBeVisible();

  const tab = await context.newPage();
  await new PayPage(tab).open(orderNo);
  await new PayPage(tab).pay();
  const outTradeNo = await new CashierPage(tab).outTradeNo();
  // Nobody hears of it, the worker's own question included, until the fault is taken away.
  await sandbox.setFaults(outTradeNo, { dropNotify: true, queryFault: '20000' });
  await sandbox.pay(outTradeNo);

  await expect(page.getByRole('heading', { name: '等待支付' })).toBeVisible();
  await sandbox.setFaults(outTradeNo, { queryFault: null });
  await pay.settle(orderNo);
});

test('the page notices a payment made elsewhere by itself', async ({ page, context, signedIn, db, sandbox }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  await new PayPage(page).open(orderNo);
  await expect(page.getByText('正在等待支付结果')).toBeVisible();
  const phone = await context.newPage();
  await new PayPage(phone).open(orderNo);
  await new PayPage(phone).pay();
  await sandbox.pay(await new CashierPage(phone).outTradeNo());
  await page.waitForURL(`**/enrol/${orderNo}`);
});

test('notifies that are not true change nothing', async ({ page, signedIn, db, sandbox, request }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  await new PayPage(page).open(orderNo);
  await new PayPage(page).pay();
  const cashier = new CashierPage(page);
  const outTradeNo = await cashier.outTradeNo();

  const forged = await request.post('/api/alipay/notify', {
    form: {
      notify_id: '2026111500222000000000000000000000',
      app_id: '2021000000000000',
      seller_id: '2088000000000000',
      out_trade_no: outTradeNo,
      trade_no: '2026111522001400000000000000',
      trade_status: 'TRADE_SUCCESS',
      total_amount: '99.00',
      sign_type: 'RSA2',
      sign: Buffer.from('not a signature').toString('base64'),
    },
  });
  expect([forged.status(), await forged.text()]).toEqual([400, 'fail']);

  // Signed by Alipay itself, but for another amount; and who asks about the trade gets no usable answer.
  await sandbox.setFaults(outTradeNo, { wrongAmount: true, queryFault: '20000' });
  await cashier.confirm();
  await expect(page.getByRole('heading', { name: '正在确认支付结果' })).toBeVisible();
  await page.getByRole('link', { name: '回到支付页' }).click();
  await expect(page.getByRole('heading', { name: '等待支付' })).toBeVisible();

  await sandbox.setFaults(outTradeNo, { queryFault: null });
  await new PayPage(page).settle(orderNo);
});

test('an order that was not paid in time gives its coupon back', async ({ page, signedIn, db }) => {
  const record = await mintCouponRecord(db, signedIn.id);
  const minted = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db), orderDiscountFen: 1000 }], {
    orderCouponRecordId: record.id,
  });
  await new PayPage(page).open(minted.orderNo);
  await expect(page.getByRole('heading', { name: '等待支付' })).toBeVisible();

  await db.update(order).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(order.id, minted.id));
  const payload = JSON.stringify({ orderId: minted.id });
  await db.execute(sql`select graphile_worker.add_job('order.expire', ${payload}::json)`);
  await expect(page.getByRole('heading', { name: '订单超时未支付，已自动取消' })).toBeVisible();
  const [released] = await db.select().from(couponRecord).where(eq(couponRecord.id, record.id));
  expect(released).toMatchObject({ status: 'unused', orderId: null });
});

test('取消订单 asks first, and gives the coupon back', async ({ page, signedIn, db }) => {
  const record = await mintCouponRecord(db, signedIn.id);
  const minted = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db), orderDiscountFen: 1000 }], {
    orderCouponRecordId: record.id,
  });
  await new PayPage(page).open(minted.orderNo);
  await new PayPage(page).cancelOrder();
  await expect(page.getByRole('heading', { name: '订单已取消' })).toBeVisible();
  const [released] = await db.select().from(couponRecord).where(eq(couponRecord.id, record.id));
  expect(released).toMatchObject({ status: 'unused', orderId: null });

  await page.goto(`/orders/${minted.orderNo}`);
  await expect(page.getByRole('heading', { name: /订单详情/ })).toContainText('已取消');
  await expect(page.getByRole('link', { name: '去支付' })).toHaveCount(0);
});
