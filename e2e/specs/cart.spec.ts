import { eq } from 'drizzle-orm';
import { pricePolicy, product } from '@/db/schema';
import { mintCourse, putInCart } from '@/tests/support/factories';
import { seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { ProductPage } from '../pages/product-page';
import { SignInPage } from '../pages/sign-in-page';

const PRICES = [
  [30, 10_000],
  [90, 25_000],
] as const;

test('another period, selecting, all and none @phone', async ({ page, signedIn, db }) => {
  const [first, second] = [await mintCourse(db, { prices: PRICES }), await mintCourse(db)];
  for (const one of [first, second]) await putInCart(db, signedIn.id, one);
  const cart = new CartPage(page);
  await cart.open();
  await expect(cart.total).toHaveText('已选 2 门，合计¥199.00');

  await cart.period(first.name).selectOption({ label: '3 个月 · ¥250.00' });
  await expect(cart.total).toHaveText('已选 2 门，合计¥349.00');
  // The choice shows at once; it is kept when the server has answered.
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  await cart.check(second.name).click();
  await expect(cart.total).toHaveText('已选 1 门，合计¥250.00');
  await kept;
  await expect(cart.all).toBeChecked({ indeterminate: true });

  await page.reload();
  await expect(cart.check(second.name)).not.toBeChecked();
  await cart.all.click();
  await expect(cart.total).toHaveText('已选 2 门，合计¥349.00');
  await cart.all.click();
  await expect(cart.total).toHaveText('已选 0 门，合计¥0.00');
  await expect(page.getByRole('button', { name: '去结算' })).toBeDisabled();
});

test('what was removed can be brought back', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db, { prices: PRICES });
  await putInCart(db, signedIn.id, course);
  const cart = new CartPage(page);
  await cart.open();
  await cart.period(course.name).selectOption({ label: '3 个月 · ¥250.00' });
  await expect(cart.total).toHaveText('已选 1 门，合计¥250.00');

  await cart.remove(course.name);
  await expect(page.getByRole('heading', { name: '购物车还是空的' })).toBeVisible();
  await expect(page.getByRole('link', { name: '购物车', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cart.total).toHaveText('已选 1 门，合计¥250.00');
  await expect(page.getByRole('link', { name: '购物车，1 门课程' })).toBeVisible();
});

test('lines that cannot be bought any more say why, and count for nothing', async ({ page, signedIn, db }) => {
  const [sound, offline, changed] = [
    await mintCourse(db),
    await mintCourse(db),
    await mintCourse(db, { prices: PRICES }),
  ];
  for (const one of [sound, offline, changed]) await putInCart(db, signedIn.id, one);
  await db.update(product).set({ status: 'offline' }).where(eq(product.id, offline.id));
  await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.id, changed.policy.id));

  const cart = new CartPage(page);
  await cart.open();
  await expect(cart.total).toHaveText('已选 1 门，合计¥99.00');
  await expect(cart.row(offline.name)).toContainText('课程已下线');
  await expect(cart.check(offline.name)).toBeDisabled();
  await expect(cart.row(changed.name)).toContainText('所选有效期已下架');

  await cart.period(changed.name).selectOption({ label: '3 个月 · ¥250.00' });
  await expect(cart.total).toHaveText('已选 2 门，合计¥349.00');
  await page.getByRole('button', { name: '清理失效课程(1)' }).click();
  await expect(cart.row(offline.name)).toHaveCount(0);
});

test("a visitor's cart is there after the sign-in", async ({ page, student, db }) => {
  const [held, both, fresh] = [
    await mintCourse(db),
    await seededCourse(db),
    await seededCourse(db, 'react-typescript'),
  ];
  for (const one of [held, both]) await putInCart(db, student.id, one);
  const shop = new ProductPage(page);
  for (const { slug } of [both, fresh]) {
    await shop.open(slug);
    await shop.addToCart();
  }
  await expect(page.getByRole('link', { name: '购物车，2 门课程' })).toBeVisible();

  const cart = new CartPage(page);
  await cart.open();
  await page.getByRole('button', { name: '登录后结算' }).click();
  await page.waitForURL('**/sign-in?**');
  await new SignInPage(page).submit(student, '登录');
  await expect(page.getByText('购物车已合并到你的账号')).toBeVisible();
  for (const { name } of [held, both, fresh]) await expect(cart.row(name)).toBeVisible();
  await expect(page.getByRole('link', { name: '购物车，3 门课程' })).toBeVisible();
});
