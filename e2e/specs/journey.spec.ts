import type { Page } from 'playwright/test';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli } from '@/tests/support/factories';
import { lessonWhere, seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { CashierPage } from '../pages/cashier-page';
import { EnrolPage } from '../pages/enrol-page';
import { PayPage } from '../pages/pay-page';
import { ProductPage } from '../pages/product-page';
import { SettlementPage } from '../pages/settlement-page';

/** From the home page to the course, the way a newcomer goes. */
async function findCourse(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: '全部专题课' }).click();
  await page.getByRole('main').getByRole('searchbox').fill(name);
  await expect(page.getByRole('status')).toHaveText('共 1 门课程');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function settle(page: Page, course: string): Promise<string> {
  const settlement = new SettlementPage(page);
  await settlement.lineCoupon(course, '课程立减 50').check();
  await expect(settlement.amount('课程券')).toHaveText('−¥50.00');
  await settlement.orderCoupon('满 300 减 40').check();
  await expect(settlement.amount('全场券')).toHaveText('−¥40.00');
  await settlement.useBeli(105);
  await expect(settlement.amount('贝里')).toHaveText('−¥10.50');
  await expect(settlement.amount('原价')).toHaveText('¥399.00');
  await expect(settlement.amount('应付')).toHaveText('¥298.50');
  return settlement.placeOrder();
}

test('from the home page to a playing lesson @phone', async ({ page, signedIn, db, sandbox, isMobile }) => {
  const course = await seededCourse(db);
  await giveBeli(db, signedIn.id, 500);
  const line = { kind: 'fixed', valueFen: 5000 } as const;
  const order = { kind: 'threshold', valueFen: 4000, minimumFen: 30_000 } as const;
  await mintCouponRecord(db, signedIn.id, { name: '课程立减 50', productId: course.id, rule: line });
  await mintCouponRecord(db, signedIn.id, { name: '满 300 减 40', rule: order });

  await test.step('choose the course and a period', async () => {
    await findCourse(page, course.name);
    const product = new ProductPage(page);
    await product.choosePeriod('3 个月');
    await product.addToCart();
    await page.getByRole('link', { name: '购物车，1 门课程' }).click();
  });

  const cart = new CartPage(page);
  await expect(cart.total).toContainText('¥399.00');
  await cart.checkOut();
  const orderNo = await settle(page, course.name);

  await test.step('pay at the cashier that fits the browser', async () => {
    await expect(page.getByRole('timer', { name: '剩余支付时间' })).toHaveText(/^\d\d:\d\d$/);
    await new PayPage(page).pay();
    const cashier = new CashierPage(page);
    const method = isMobile ? 'alipay.trade.wap.pay' : 'alipay.trade.page.pay';
    expect(await sandbox.methodOf(await cashier.outTradeNo())).toBe(method);
    await cashier.confirm();
    await page.waitForURL(`**/enrol/${orderNo}`);
  });

  await test.step('send the 报名表', async () => {
    await new EnrolPage(page).submit();
    await expect(page.getByRole('heading', { name: '报名表已提交，课程已开通' })).toBeVisible();
    await expect(page.getByRole('link', { name: '购物车', exact: true })).toBeVisible();
    await page.getByRole('link', { name: `开始学习 ${course.name}` }).click();
    await expect(page.getByRole('heading', { name: course.name, level: 1 })).toBeVisible();
  });

  await test.step('watch a lesson that only students see', async () => {
    const lesson = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'video' && !isFreeTrial);
    await page.getByRole('main').getByRole('link', { name: lesson.name }).click();
    const video = page.getByLabel(lesson.name);
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      return element.play();
    });
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.5);
    await page.getByRole('button', { name: '标记完成' }).click();
    await expect(page.getByRole('button', { name: '已完成，取消标记' })).toBeEnabled();
  });

  await page.goto('/learn');
  await expect(page.getByRole('progressbar', { name: `${course.name} 的进度` })).not.toHaveAttribute(
    'aria-valuenow',
    '0',
  );
});
