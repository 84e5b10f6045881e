import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright/test';
import { order, payment, pricePolicy } from '@/db/schema';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli, mintCourse, putInCart } from '@/tests/support/factories';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { SettlementPage } from '../pages/settlement-page';
import { SignInPage } from '../pages/sign-in-page';

async function checkOut(page: Page): Promise<SettlementPage> {
  await new CartPage(page).open();
  await new CartPage(page).checkOut();
  return new SettlementPage(page);
}

test('every coupon is shown, the unusable ones with the reason', async ({ page, signedIn, db }) => {
  const [course, other] = [await mintCourse(db), await mintCourse(db)];
  await putInCart(db, signedIn.id, course);
  const mint = (name: string, options: Parameters<typeof mintCouponRecord>[2]) =>
    mintCouponRecord(db, signedIn.id, { name, ...options });
  await mint('立减 10', {});
  await mint('满 500 减 60', { rule: { kind: 'threshold', minimumFen: 50_000, valueFen: 6000 } });
  await mint('旧券', { validFrom: '2020-01-01', validUntil: '2020-12-31' });
  await mint('新年券', { validFrom: '2099-01-01', validUntil: '2099-12-31' });
  await mint('别课的券', { productId: other.id });
  await mint('本课 8 折', { productId: course.id, rule: { kind: 'percent', offPercent: 80 } });
  const settlement = await checkOut(page);

  await expect(settlement.orderCoupon('立减 10')).toBeChecked();
  await expect(settlement.orderCoupon('立减 10')).toHaveAccessibleName(/−¥10\.00/);
  await settlement.tab('选择一张全场券', '可用').focus();
  await page.keyboard.press('ArrowRight');
  await expect(settlement.tab('选择一张全场券', '不可用')).toBeFocused();
  for (const [name, reason] of [
    ['满 500 减 60', '还差 ¥420.80 可用'],
    ['旧券', '已于 2020-12-31 过期'],
    ['新年券', '2099-01-01 起可用'],
    ['别课的券', '不适用于本次结算的课程'],
  ] as const) {
    await expect(settlement.unusableCoupon(name)).toContainText(reason);
  }

  await settlement.lineCoupon(course.name, '不使用').check();
  await expect(settlement.amount('课程券')).toHaveText('−¥0.00');
  await settlement.lineCoupon(course.name, '本课 8 折').check();
  await expect(settlement.amount('课程券')).toHaveText('−¥19.80');
});

test('arriving applies the best combination, says why, and one click brings it back @phone', async ({
  page,
  signedIn,
  db,
}) => {
  const small = await mintCourse(db, { name: '小课', prices: [[30, 10_000]] });
  const big = await mintCourse(db, { name: '大课', prices: [[30, 40_000]] });
  await putInCart(db, signedIn.id, small);
  await putInCart(db, signedIn.id, big);
  await mintCouponRecord(db, signedIn.id, {
    name: '立减 20',
    productId: small.id,
    rule: { kind: 'fixed', valueFen: 2000 },
  });
  await mintCouponRecord(db, signedIn.id, {
    name: '满 500 减 60',
    rule: { kind: 'threshold', minimumFen: 50_000, valueFen: 6000 },
  });
  const settlement = await checkOut(page);
  await expect(settlement.amount('应付')).toHaveText('¥440.00');
  await expect(settlement.bestNotice('已为你用上最划算的优惠券组合，省 ¥60.00')).toBeVisible();
  const why = await settlement.explanation();
  await expect(why).toContainText(
    '小计 ¥500.00，用「满 500 减 60」（满 ¥500.00 减 ¥60.00）：¥500.00 − ¥60.00 = ¥440.00',
  );
  await expect(why).toContainText('比不用券省 ¥60.00，比每门课各选最大的券再省 ¥40.00');
  await expect(why.getByRole('listitem').filter({ hasText: '「立减 20」' })).toBeVisible();

  await settlement.lineCoupon('小课', '立减 20').check();
  await expect(settlement.amount('应付')).toHaveText('¥480.00');
  await expect(settlement.bestNotice('有更划算的用券组合，可再省 ¥40.00')).toBeVisible();
  await settlement.restoreBest();
  await expect(settlement.amount('应付')).toHaveText('¥440.00');
  await expect(settlement.lineCoupon('小课', '不使用')).toBeChecked();
  await expect(settlement.bestNotice('已为你用上最划算的优惠券组合')).toBeVisible();

  // A coupon that came into the wallet meanwhile: the page says so, and takes nothing by itself.
  await mintCouponRecord(db, signedIn.id, { name: '立减 100', rule: { kind: 'fixed', valueFen: 10_000 } });
  await page.reload();
  await expect(settlement.amount('应付')).toHaveText('¥440.00');
  await expect(settlement.bestNotice('有更划算的用券组合，可再省 ¥60.00')).toBeVisible();
  await settlement.restoreBest();
  await expect(settlement.amount('应付')).toHaveText('¥380.00');
});

test('a choice shows before the server has answered, and its answer stays @phone', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db, {
    prices: [
      [30, 9900],
      [90, 19_900],
    ],
  });
  await putInCart(db, signedIn.id, course);
  await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
  const settlement = await checkOut(page);
  await expect(settlement.amount('应付')).toHaveText('¥89.00');

  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/settlement', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await settlement.orderCoupon('不使用').check();
  await expect(settlement.amount('应付')).toHaveText('¥99.00');
  await settlement.period(course.name).selectOption({ label: '3 个月 · ¥199.00' });
  await expect(settlement.amount('应付')).toHaveText('¥199.00');
  answer();
  await expect(settlement.bestNotice('有更划算的用券组合，可再省 ¥10.00')).toBeVisible();
  await expect(settlement.amount('应付')).toHaveText('¥199.00');
  await page.reload();
  await expect(settlement.amount('应付')).toHaveText('¥199.00');
  await expect(settlement.orderCoupon('不使用')).toBeChecked();
});

test('a price that changed meanwhile is shown line by line before anything is ordered', async ({
  page,
  signedIn,
  db,
}) => {
  const course = await mintCourse(db);
  await putInCart(db, signedIn.id, course);
  const settlement = await checkOut(page);
  await expect(settlement.amount('应付')).toHaveText('¥99.00');

  await db
    .update(pricePolicy)
    .set({ priceFen: sql`${pricePolicy.priceFen} + 1000` })
    .where(eq(pricePolicy.id, course.policy.id));
  await settlement.submit.click();
  await expect(page.getByRole('alert').filter({ hasText: '价格或优惠发生了变化' })).toBeVisible();
  for (const what of [`「${course.name}」售价`, '应付']) {
    await expect(settlement.difference(what).getByRole('cell')).toHaveText(['¥99.00', '¥109.00']);
  }
  await expect(settlement.amount('应付')).toHaveText('¥109.00');
  expect(await db.$count(order, eq(order.accountId, signedIn.id))).toBe(0);

  await settlement.placeOrder();
  await expect(page.getByText('¥109.00').first()).toBeVisible();
});

test('clicking 提交订单 twice orders once; going back finds the order', async ({ page, signedIn, db }) => {
  await putInCart(db, signedIn.id, await mintCourse(db));
  await (await checkOut(page)).submit.dblclick();
  await page.waitForURL(/\/pay\/\d+$/);
  const paying = page.url();
  expect(await db.$count(order, eq(order.accountId, signedIn.id))).toBe(1);

  await page.goBack();
  await expect(page.getByRole('heading', { name: '这次结算已提交为订单' })).toBeVisible();
  await page.getByRole('link', { name: '去支付' }).click();
  await expect(page).toHaveURL(paying);
});

test('the same settlement in two tabs becomes one order', async ({ page, context, signedIn, db }) => {
  await putInCart(db, signedIn.id, await mintCourse(db));
  const settlement = await checkOut(page);
  const tab = await context.newPage();
  const other = new SettlementPage(tab);
  await other.open();
  await expect(other.submit).toBeVisible();

  const first = await settlement.placeOrder();
  const second = await other.placeOrder();
  expect(second).toBe(first);
  expect(await db.$count(order, eq(order.accountId, signedIn.id))).toBe(1);
});

test('what a second device chose is seen before it is paid for', async ({ page, browser, student, signedIn, db }) => {
  const [course, other] = [await mintCourse(db), await mintCourse(db)];
  await putInCart(db, signedIn.id, course);
  await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
  const here = await checkOut(page);
  await expect(here.amount('应付')).toHaveText('¥89.00');

  const device = await browser.newContext();
  const away = await device.newPage();
  await new SignInPage(away).signIn(student);
  const there = new SettlementPage(away);
  await there.open();
  await there.orderCoupon('不使用').check();
  await expect(there.bestNotice('有更划算的用券组合，可再省 ¥10.00')).toBeVisible();

  await here.submit.click();
  await expect(here.difference('全场券优惠').getByRole('cell')).toHaveText(['¥10.00', '¥0.00']);
  await expect(here.amount('应付')).toHaveText('¥99.00');
  await here.restoreBest();
  await expect(here.amount('应付')).toHaveText('¥89.00');

  // The other device begins another settlement: a click here must not change that one.
  await putInCart(db, signedIn.id, other);
  await checkOut(away);
  await expect(there.amount('应付')).toHaveText('¥188.00');
  // Clicked, not checked: it is refused, and goes back.
  await here.orderCoupon('不使用').click();
  await expect(page.getByText('你在别处开始了新的结算')).toBeVisible();
  await expect(here.amount('应付')).toHaveText('¥188.00');
  await device.close();
});

test('an order that costs nothing is paid at once', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db, { prices: [[30, 5000]] });
  await putInCart(db, signedIn.id, course);
  await giveBeli(db, signedIn.id, 800);
  await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
  const settlement = await checkOut(page);
  await expect(settlement.amount('应付')).toHaveText('¥40.00');
  await settlement.useAllBeli();
  await expect(settlement.amount('应付')).toHaveText('¥0.00');
  await settlement.placeOrder();
  await expect(page.getByRole('heading', { name: '填写报名表' })).toBeVisible();
});

test('a free course is opened without a gateway', async ({ page, signedIn, db }) => {
  await putInCart(db, signedIn.id, await mintCourse(db, { prices: [[30, 0]] }));
  const settlement = await checkOut(page);
  await expect(settlement.amount('应付')).toHaveText('¥0.00');
  await settlement.placeOrder();
  await expect(page.getByRole('heading', { name: '填写报名表' })).toBeVisible();
  const [placed] = await db.select().from(order).where(eq(order.accountId, signedIn.id));
  expect(placed).toMatchObject({ status: 'paid', cashFen: 0 });
  expect(await db.$count(payment, eq(payment.orderId, placed?.id ?? 0))).toBe(0);
});

test.describe('by keyboard alone', () => {
  test('from the coupons to the order', async ({ page, signedIn, db }) => {
    await putInCart(db, signedIn.id, await mintCourse(db));
    await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
    const settlement = await checkOut(page);
    await settlement.orderCoupon('立减 10').focus();
    await page.keyboard.press('ArrowUp');
    await expect(settlement.amount('应付')).toHaveText('¥99.00');
    await expect(settlement.bestNotice('有更划算的用券组合，可再省 ¥10.00')).toBeVisible();
    await page.getByRole('button', { name: '恢复最优' }).focus();
    await page.keyboard.press('Enter');
    await expect(settlement.amount('应付')).toHaveText('¥89.00');
    await page.getByText('为什么是这个价').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('没有使用课程券')).toBeVisible();
    await settlement.submit.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pay\/\d+$/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both lists of coupons are there, the best comes back, differences are shown', async ({
    page,
    signedIn,
    db,
  }) => {
    const course = await mintCourse(db);
    await putInCart(db, signedIn.id, course);
    await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
    await mintCouponRecord(db, signedIn.id, { name: '旧券', validUntil: '2020-12-31' });
    const settlement = await checkOut(page);
    await expect(settlement.amount('应付')).toHaveText('¥89.00');
    await expect(settlement.unusableCoupon('旧券')).toBeVisible();
    await expect(await settlement.explanation()).toContainText('没有使用课程券');

    await settlement.orderCoupon('不使用').check();
    await page.getByRole('button', { name: '使用所选的券' }).click();
    await expect(settlement.amount('应付')).toHaveText('¥99.00');
    await settlement.restoreBest();
    await expect(settlement.amount('应付')).toHaveText('¥89.00');

    await db.execute(sql`update price_policy set price_fen = price_fen + 1000 where id = ${course.policy.id}`);
    await settlement.submit.click();
    await expect(settlement.difference('应付').getByRole('cell')).toHaveText(['¥89.00', '¥99.00']);
    await settlement.placeOrder();
  });
});
