import type { Page } from 'playwright/test';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintCourse, putInCart } from '@/tests/support/factories';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { SettlementPage } from '../pages/settlement-page';

const PRICES = [
  [30, 10_000],
  [90, 25_000],
] as const;

/** Opens a page whose scripts come after `act`. */
async function openSlowly(page: Page, path: string, act: () => Promise<unknown>): Promise<void> {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await act();
  arrive();
  await page.waitForLoadState();
  await page.unroute('**/_next/static/**/*.js');
}

test.describe('what is done before the scripts have come counts', () => {
  test('a period in the cart, a coupon in the settlement', async ({ page, signedIn, db }) => {
    const course = await mintCourse(db, { prices: PRICES });
    await putInCart(db, signedIn.id, course);
    await mintCouponRecord(db, signedIn.id, { name: '立减 10' });
    const cart = new CartPage(page);
    // It shows before it is kept.
    const kept = page.waitForResponse((response) => response.request().method() === 'POST');
    await openSlowly(page, '/cart', () => cart.period(course.name).selectOption({ label: '3 个月 · ¥250.00' }));
    await expect(cart.total).toHaveText('已选 1 门，合计¥250.00');
    await kept;
    await page.reload();
    await expect(cart.total).toHaveText('已选 1 门，合计¥250.00');
    await cart.checkOut();

    const settlement = new SettlementPage(page);
    await openSlowly(page, '/settlement', () => settlement.orderCoupon('不使用').check());
    await expect(settlement.amount('应付')).toHaveText('¥250.00');
    await expect(settlement.bestNotice('有更划算的用券组合，可再省 ¥10.00')).toBeVisible();
  });

  test('a search', async ({ page }) => {
    const search = page.getByRole('main').getByRole('searchbox');
    await openSlowly(page, '/courses', () => search.fill('没有这样的课程'));
    await expect(page.getByRole('heading', { name: '没有符合条件的课程' })).toBeVisible();
  });
});
