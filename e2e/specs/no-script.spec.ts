import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli } from '@/tests/support/factories';
import { lessonWhere, seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { CashierPage } from '../pages/cashier-page';
import { EnrolPage } from '../pages/enrol-page';
import { ProductPage } from '../pages/product-page';
import { SettlementPage } from '../pages/settlement-page';

test.use({ javaScriptEnabled: false });

test('the whole purchase without JavaScript @phone', async ({ page, signedIn, db }) => {
  const course = await seededCourse(db);
  await giveBeli(db, signedIn.id, 500);
  await mintCouponRecord(db, signedIn.id, { name: '课程立减 10', productId: course.id });
  await mintCouponRecord(db, signedIn.id, { name: '全场立减 10' });

  const product = new ProductPage(page);
  await product.open(course.slug);
  await product.choosePeriod('1 个月');
  await product.addToCart();

  const cart = new CartPage(page);
  await cart.open();
  await cart.period(course.name).selectOption({ label: '3 个月 · ¥399.00' });
  await page.getByRole('button', { name: '更新' }).click();
  await expect(cart.total).toContainText('¥399.00');
  await cart.check(course.name).click();
  await expect(cart.check(course.name)).not.toBeChecked();
  await cart.check(course.name).click();
  await cart.remove(course.name);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cart.total).toContainText('¥399.00');
  await cart.checkOut();

  const settlement = new SettlementPage(page);
  const useCoupon = page.getByRole('button', { name: '使用所选的券' });
  await settlement.lineCoupon(course.name, '课程立减 10').check();
  await useCoupon.first().click();
  await expect(settlement.amount('课程券')).toHaveText('−¥10.00');
  await settlement.orderCoupon('全场立减 10').check();
  await useCoupon.last().click();
  await expect(settlement.amount('全场券')).toHaveText('−¥10.00');
  await settlement.useBeli(100);
  await expect(settlement.amount('应付')).toHaveText('¥369.00');
  const orderNo = await settlement.placeOrder();

  await page.getByRole('button', { name: '我已支付' }).click();
  await expect(page.getByText('支付宝还没有收到这笔付款')).toBeVisible();
  await page.getByRole('button', { name: '去支付' }).click();
  await new CashierPage(page).confirm();
  await page.waitForURL(`**/enrol/${orderNo}`);

  const enrol = new EnrolPage(page);
  await enrol.submit({ phone: '12345' });
  await expect(page.getByLabel('手机')).toHaveAccessibleDescription(/请填写 11 位的大陆手机号/);
  await expect(page.getByLabel('学习目标')).not.toBeEmpty();
  await enrol.submit();
  await page.getByRole('link', { name: `开始学习 ${course.name}` }).click();

  const lesson = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'document' && !isFreeTrial);
  await page.getByRole('main').getByRole('link', { name: lesson.name }).click();
  await page.getByRole('button', { name: '标记完成' }).click();
  await expect(page.getByRole('button', { name: '已完成，取消标记' })).toBeVisible();
});

test('an order can be cancelled without JavaScript', async ({ page, signedIn, db }) => {
  const course = await seededCourse(db);
  expect(signedIn.id).toBeGreaterThan(0);
  await new ProductPage(page).open(course.slug);
  await new ProductPage(page).choosePeriod('1 个月');
  await new ProductPage(page).buyNow();
  await page.waitForURL('**/settlement');
  await new SettlementPage(page).placeOrder();
  await page.getByText('取消订单').click();
  await page.getByRole('button', { name: '确认取消' }).click();
  await expect(page.getByRole('heading', { name: '订单已取消' })).toBeVisible();
});
