import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { couponRecord } from '@/db/schema';
import { adminCtx } from '@/tests/support/account-factories';
import { publishedCourse } from '@/tests/support/catalogue-factories';
import { mintCode, mintCoupon, mintCouponRecord, soonestToEnd, stopCoupon } from '@/tests/support/coupon-factories';
import { mintCourse, putInCart, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { checkPage } from '../check-page';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { CouponPage, WalletPage } from '../pages/coupon-page';
import { SignInPage } from '../pages/sign-in-page';

/** First in the coupon centre, however much other tests put there. */
const first = () => ({ columns: soonestToEnd() });

test('a coupon by click, up to the limit, and into 我的优惠券 @phone', async ({ page, student, db }) => {
  await new SignInPage(page).signIn(student);
  const { name } = await mintCoupon(db, {
    name: unique('点领'),
    ...first(),
    family: { quantity: 4, perAccountLimit: 2 },
  });
  const centre = new CouponPage(page);
  await centre.open();
  const ticket = centre.ticket(name);
  await expect(ticket).toContainText('还剩 4 张');
  await centre.claim(name);
  await expect(page.getByText('领取成功')).toBeVisible();
  await expect(ticket).toContainText('已领 1 / 2 张');
  await expect(ticket).toContainText('还剩 3 张');
  await centre.claim(name);
  await expect(ticket).toContainText('已领 2 / 2 张');
  await expect(ticket.getByRole('link', { name: `已领取，去使用「${name}」` })).toBeVisible();

  const wallet = new WalletPage(page);
  await wallet.open();
  await expect(wallet.tab('可用 2')).toBeVisible();
  await expect(wallet.ticket(name)).toHaveCount(2);
  await expect(wallet.ticket(name).first()).toContainText('全场通用');
});

test('a visitor is led to sign in and back to the coupon centre @phone', async ({ page, student, db }) => {
  const { name } = await mintCoupon(db, { name: unique('先登录'), ...first() });
  const centre = new CouponPage(page);
  await centre.open();
  await centre.claimButton(name).click();
  await page.waitForURL('**/sign-in?**');
  await new SignInPage(page).submit(student, '登录');
  await page.waitForURL('**/coupons');
  await centre.claimButton(name).click();
  await expect(centre.ticket(name)).toContainText('已领 1 / 1 张');
});

test('the last copy, gone in the meantime: said, and shown as it is', async ({ page, student, db }) => {
  await new SignInPage(page).signIn(student);
  const minted = await mintCoupon(db, { name: unique('手慢'), ...first() });
  const centre = new CouponPage(page);
  await centre.open();
  await stopCoupon(db, minted.id);
  await centre.claimButton(minted.name).click();
  await expect(page.getByText('这张优惠券已停止发放')).toBeVisible();
  await expect(centre.ticket(minted.name)).toHaveCount(0);
});

test('a coupon by code, however it is typed; wrong ones are told beside the field @phone', async ({
  page,
  student,
  db,
}) => {
  await new SignInPage(page).signIn(student);
  const minted = await mintCoupon(db, { name: unique('兑换'), columns: { channel: 'code' } });
  const code = await mintCode(db, minted);
  const centre = new CouponPage(page);
  await centre.open();
  await expect(centre.ticket(minted.name)).toHaveCount(0);
  await centre.redeem('NO-SUCH-CODE');
  await expect(page.getByLabel('兑换码')).toHaveAccessibleDescription(/兑换码不正确/);
  await centre.redeem(`  ${code.toLowerCase()} `);
  await expect(page.getByText('兑换成功')).toBeVisible();
  await expect(page.getByLabel('兑换码')).toHaveValue('');
  await centre.redeem(code);
  await expect(page.getByLabel('兑换码')).toHaveAccessibleDescription(/已达到每人可领的数量|已经用完/);
  await new WalletPage(page).open();
  await expect(new WalletPage(page).ticket(minted.name)).toBeVisible();
});

test('what became of each copy, and the order that has it', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db);
  const mint = (name: string, validUntil = '2099-12-31') =>
    mintCouponRecord(db, signedIn.id, { name: unique(name), productId: course.id, validUntil });
  await mint('可用券');
  await mint('过期券', '2020-01-02');
  const [locked, used] = [await mint('锁定券'), await mint('用过券')];
  const order = await mintPendingOrder(db, signedIn.id, [{ product: course }]);
  const set = (id: number, change: Partial<typeof couponRecord.$inferInsert>) =>
    db
      .update(couponRecord)
      .set({ orderId: order.id, ...change })
      .where(eq(couponRecord.id, id));
  await set(locked.id, { status: 'locked' });
  await set(used.id, { status: 'used', usedAt: new Date() });

  const wallet = new WalletPage(page);
  await wallet.open();
  for (const tab of ['可用', '已锁定', '已使用', '已过期'] as const) await expect(wallet.tab(`${tab} 1`)).toBeVisible();
  await expect(page.getByRole('article').getByRole('link', { name: course.name })).toHaveAttribute(
    'href',
    `/courses/${course.slug}`,
  );
  await wallet.choose('已过期');
  await expect(page.getByRole('article')).toContainText('2020-01-02 已过期');
  await wallet.choose('已锁定');
  await page.getByRole('link', { name: /^锁定它的订单/ }).click();
  await page.waitForURL(`**/orders/${order.orderNo}`);
});

test('领券 on the page of a course, and what it costs with it @phone', async ({ page, student, db }) => {
  await new SignInPage(page).signIn(student);
  const { id, form } = await publishedCourse(await adminCtx(db));
  const minted = await mintCoupon(db, {
    name: unique('本课立减'),
    productId: id,
    rule: { kind: 'fixed', valueFen: 2500 },
  });
  await page.goto(`/courses/${form.slug}`);
  const panel = page.getByRole('complementary', { name: '购买' });
  await expect(panel).toContainText('立减 ¥25');
  await expect(panel).toContainText(`「${minted.name}」`);
  await panel.getByText('领券', { exact: true }).click();
  await panel.getByRole('button', { name: `领取「${minted.name}」` }).click();
  await expect(page.getByText('领取成功')).toBeVisible();
  await expect(panel.getByText('已领取')).toBeVisible();
  await checkPage(page, 'a course with 领券 open');
  await new WalletPage(page).open();
  await expect(new WalletPage(page).ticket(minted.name)).toContainText(form.name);

  await stopCoupon(db, minted.id);
  await expect(async () => {
    await page.goto(`/courses/${form.slug}`);
    await expect(panel.getByText('已领取')).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  // The copy stays good.
  await expect(panel).toContainText(`「${minted.name}」`);
});

test('券后价 in the cart follows the selection @phone', async ({ page, signedIn, db }) => {
  const [one, other] = [
    await mintCourse(db, { prices: [[30, 40_000]] }),
    await mintCourse(db, { prices: [[30, 10_000]] }),
  ];
  for (const product of [one, other]) await putInCart(db, signedIn.id, product);
  const { name } = await mintOwned(db, signedIn.id);
  const cart = new CartPage(page);
  await cart.open();
  const summary = page.getByRole('complementary', { name: '合计' });
  const after = summary.getByText('券后价').locator('..').filter({ visible: true });
  await expect(after).toContainText('¥440.00');
  await expect(summary.getByText(`最省组合：「${name}」`).filter({ visible: true })).toBeVisible();
  await checkPage(page, 'a cart with 券后价');
  await cart.toggle(cart.check(other.name));
  await expect(after).toHaveCount(0);
});

async function mintOwned(db: Database, accountId: number) {
  const name = unique('满减');
  await mintCouponRecord(db, accountId, { name, rule: { kind: 'threshold', minimumFen: 50_000, valueFen: 6000 } });
  return { name };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('coupons are claimed and codes redeemed all the same', async ({ page, student, db }) => {
    await new SignInPage(page).signIn(student);
    const clicked = await mintCoupon(db, { name: unique('无脚本'), ...first() });
    const code = await mintCode(db, await mintCoupon(db, { columns: { channel: 'code' } }));
    const centre = new CouponPage(page);
    await centre.open();
    await centre.claimButton(clicked.name).click();
    await expect(page.getByText('领取成功')).toBeVisible();
    await expect(centre.ticket(clicked.name)).toContainText('已领 1 / 1 张');
    await centre.redeem(code);
    await expect(page.getByText('兑换成功')).toBeVisible();
  });
});
