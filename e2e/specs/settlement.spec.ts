import { eq, sql } from 'drizzle-orm';
import { order, pricePolicy } from '@/db/schema';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli, mintCourse, putInCart } from '@/tests/support/factories';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { SettlementPage } from '../pages/settlement-page';

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
  await new CartPage(page).open();
  await new CartPage(page).checkOut();

  const settlement = new SettlementPage(page);
  await expect(settlement.orderCoupon('立减 10')).toBeEnabled();
  for (const [name, reason] of [
    ['满 500 减 60', '还差 ¥401.00 可用'],
    ['旧券', '已于 2020-12-31 过期'],
    ['新年券', '2099-01-01 起可用'],
  ] as const) {
    await expect(settlement.orderCoupon(name)).toBeDisabled();
    await expect(settlement.orderCoupon(name)).toHaveAccessibleName(new RegExp(reason));
  }
  await page.getByText('其他不可用的券(1)').click();
  await expect(page.getByRole('listitem').filter({ hasText: '别课的券' })).toContainText('不适用于本次结算的课程');

  await settlement.lineCoupon(course.name, '本课 8 折').check();
  await expect(settlement.amount('课程券')).toHaveText('−¥19.80');
  await settlement.lineCoupon(course.name, '不使用').check();
  await expect(settlement.amount('课程券')).toHaveText('−¥0.00');
});

test('a price that changed meanwhile is shown before anything is ordered', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db);
  await putInCart(db, signedIn.id, course);
  await new CartPage(page).open();
  await new CartPage(page).checkOut();
  const settlement = new SettlementPage(page);
  await expect(settlement.amount('应付')).toHaveText('¥99.00');

  await db
    .update(pricePolicy)
    .set({ priceFen: sql`${pricePolicy.priceFen} + 1000` })
    .where(eq(pricePolicy.id, course.policy.id));
  await settlement.submit.click();
  await expect(page.getByRole('alert').filter({ hasText: '由' })).toContainText('应付由 ¥99.00 变为 ¥109.00');
  await expect(settlement.amount('应付')).toHaveText('¥109.00');
  expect(await db.$count(order, eq(order.accountId, signedIn.id))).toBe(0);

  await settlement.placeOrder();
  await expect(page.getByText('¥109.00').first()).toBeVisible();
});

test('clicking 提交订单 twice orders once; going back finds the order', async ({ page, signedIn, db }) => {
  await putInCart(db, signedIn.id, await mintCourse(db));
  await new CartPage(page).open();
  await new CartPage(page).checkOut();
  await new SettlementPage(page).submit.dblclick();
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
  await new CartPage(page).open();
  await new CartPage(page).checkOut();
  const tab = await context.newPage();
  const other = new SettlementPage(tab);
  await other.open();
  await expect(other.submit).toBeVisible();

  const first = await new SettlementPage(page).placeOrder();
  const second = await other.placeOrder();
  expect(second).toBe(first);
  expect(await db.$count(order, eq(order.accountId, signedIn.id))).toBe(1);
});

test('an order that costs nothing is paid at once', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db, { prices: [[30, 5000]] });
  await putInCart(db, signedIn.id, course);
  await giveBeli(db, signedIn.id, 800);
  await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
  await new CartPage(page).open();
  await new CartPage(page).checkOut();
  const settlement = new SettlementPage(page);
  await settlement.orderCoupon('立减 10').check();
  await expect(settlement.amount('应付')).toHaveText('¥40.00');
  await settlement.useAllBeli();
  await expect(settlement.amount('应付')).toHaveText('¥0.00');
  await settlement.placeOrder();
  await expect(page.getByRole('heading', { name: '填写报名表' })).toBeVisible();
});
