import { eq } from 'drizzle-orm';
import { order, product } from '@/db/schema';
import { mintCourse, unique } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { PayPage } from '../pages/pay-page';
import { SettlementPage } from '../pages/settlement-page';
import { SignInPage } from '../pages/sign-in-page';

const DAY_MS = 24 * 60 * 60 * 1000;

test('orders are counted by tab, found by number and by course', async ({ page, signedIn, db }) => {
  const [course, other] = [await mintCourse(db, { name: unique('甲课') }), await mintCourse(db)];
  const pending = await mintPendingOrder(db, signedIn.id, [{ product: course }]);
  const ended = await mintPendingOrder(db, signedIn.id, [{ product: other }]);
  await db.update(order).set({ status: 'cancelled', closedAt: new Date() }).where(eq(order.id, ended.id));
  await page.goto('/orders');
  const tabs = page.getByRole('navigation', { name: '订单状态' });
  await expect(tabs.getByRole('link')).toHaveText([/全部\s*2/, /待支付\s*1/, /已支付\s*0/, /已取消\s*1/, /退款\s*0/]);
  await page.getByLabel('搜索订单号或课程名').fill(course.name);
  await page.getByRole('button', { name: '搜索' }).last().click();
  await expect(tabs.getByRole('link').first()).toHaveText(/全部\s*1/);
  await expect(page.getByRole('link', { name: `订单号 ${pending.orderNo}` })).toBeVisible();
  await tabs.getByRole('link', { name: '已取消' }).click();
  await expect(page.getByText('没有符合条件的订单')).toBeVisible();
});

test('an ended order is ordered again, without what is no longer sold', async ({ page, signedIn, db }) => {
  const [kept, gone] = [await mintCourse(db), await mintCourse(db)];
  const ended = await mintPendingOrder(db, signedIn.id, [{ product: kept }, { product: gone }]);
  await db.update(order).set({ status: 'expired', closedAt: new Date() }).where(eq(order.id, ended.id));
  await db.update(product).set({ status: 'offline' }).where(eq(product.id, gone.id));
  await new PayPage(page).open(ended.orderNo);
  await expect(page.getByRole('button', { name: '去支付' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '扫码支付' })).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(`${gone.name}：课程已下线`);
  await page.getByRole('button', { name: '重新下单（1 门课程）' }).click();
  await page.waitForURL('**/settlement');
  const settlement = new SettlementPage(page);
  await expect(settlement.line(kept.name)).toBeVisible();
  await expect(settlement.line(gone.name)).toHaveCount(0);
  expect(await settlement.placeOrder()).not.toBe(ended.orderNo);
});

test('a receipt says the amount in capitals, and prints without the site around it', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db, { prices: [[30, 10_530]] });
  const startsAt = new Date();
  const endsAt = new Date(startsAt.getTime() + 30 * DAY_MS);
  const { orderNo } = await mintPaidOrder(db, signedIn.id, course, { startsAt, endsAt });
  await page.goto(`/orders/${orderNo}`);
  await page.getByRole('link', { name: '查看收据' }).click();
  const receipt = page.getByRole('article', { name: '收据' });
  await expect(receipt).toContainText('壹佰零伍元叁角整');
  await expect(receipt).toContainText(orderNo);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '打印或存为 PDF' })).toHaveCount(0);
  await expect(receipt).toBeVisible();
  const unpaid = await mintPendingOrder(db, signedIn.id, [{ product: course }]);
  expect((await page.goto(`/orders/${unpaid.orderNo}/receipt`))?.status()).toBe(404);
});

test('the QR code: shown in the page, paid on a phone, noticed by itself', async ({ page, browser, signedIn, db }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  await new PayPage(page).open(orderNo);
  await page.getByRole('button', { name: '扫码支付' }).click();
  await expect(page).toHaveURL(`/pay/${orderNo}?by=qr`);
  const code = page.frameLocator('iframe[title="支付宝付款二维码"]').getByRole('link', { name: /支付宝付款码/ });
  await expect(code).toBeVisible();
  const scanned = await code.getAttribute('href');
  const phone = await browser.newPage();
  await phone.goto(scanned ?? '');
  await phone.getByRole('button', { name: '确认付款' }).click();
  await expect(phone.getByText('付款成功')).toBeVisible();
  await phone.close();
  await page.waitForURL(`**/enrol/${orderNo}`);
});

test('a phone pays without a code', async ({ browser, signedIn, student, db, baseURL }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  const userAgent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36';
  const phone = await browser.newPage({ userAgent, ...(baseURL === undefined ? {} : { baseURL }) });
  await new SignInPage(phone).signIn(student);
  await phone.goto(`/pay/${orderNo}?by=qr`);
  await expect(phone.getByRole('button', { name: '去支付' }).first()).toBeVisible();
  await expect(phone.getByRole('button', { name: '扫码支付' })).toHaveCount(0);
  await expect(phone.locator('iframe')).toHaveCount(0);
  await phone.close();
});

test('a waiting page asks nothing while it is hidden', async ({ page, signedIn, db }) => {
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: await mintCourse(db) }]);
  const asked: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(`/api/pay/${orderNo}/status`)) asked.push(Date.now());
  });
  await page.clock.install();
  await new PayPage(page).open(orderNo);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const setHidden = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await setHidden(true);
  const before = asked.length;
  await page.clock.runFor(60_000);
  expect(asked.length - before).toBeLessThanOrEqual(1);
  const whenSeen = asked.length;
  await setHidden(false);
  await expect.poll(() => asked.length).toBeGreaterThan(whenSeen);
});

test('an administrator closes a pending order and takes the list away as a file', async ({ page, student, db }) => {
  const placed = await mintPendingOrder(db, student.id, [{ product: await mintCourse(db) }]);
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await page.goto(`/admin/orders/${placed.orderNo}`);
  await page.getByRole('button', { name: '关闭订单' }).click();
  await page.getByRole('button', { name: '确认关闭' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已取消');
  await expect(page.getByRole('table', { name: '操作记录' })).toContainText('关闭订单');
  await page.goto(`/admin/orders?q=${placed.orderNo}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('订单.csv');
  const answer = await page.request.get(`/admin/orders/download?q=${placed.orderNo}`);
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`${placed.orderNo},${student.username}`);
  expect(lines[1]).toContain('99.00');
});
