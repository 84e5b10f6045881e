import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { account, coupon, couponCode, couponFamily, couponRecord } from '@/db/schema';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { giveBeli, mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { checkPage } from '../check-page';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { AdminCouponPage } from '../pages/admin-coupon-page';
import { SignInPage } from '../pages/sign-in-page';

test.beforeEach(async ({ page, db }) => new SignInPage(page).signIn(await mintSignIn(db, 'admin')));

/** A copy of the family's current version in somebody's wallet. */
async function mintCopy(db: Database, familyId: number): Promise<void> {
  const rule = only(await db.select().from(coupon).where(eq(coupon.familyId, familyId)));
  const { id: accountId } = await mintAccount(db);
  const days = { validFrom: '2020-01-01', validUntil: '2099-12-31' };
  await db.insert(couponRecord).values({ number: unique('r'), couponId: rule.id, familyId, accountId, ...days });
  await db.update(couponFamily).set({ claimed: 1 }).where(eq(couponFamily.id, familyId));
}

test('a coupon is made, changed, made anew once people have it, and stopped @phone', async ({ page, db }) => {
  const coupons = new AdminCouponPage(page);
  const name = unique('满减券').slice(0, 20);
  await page.goto('/admin/coupons');
  await page.getByRole('link', { name: '新建优惠券' }).click();
  await coupons.fillThreshold({ name, minimum: '500', value: '600', quantity: '3' });
  await page.getByRole('button', { name: '创建优惠券' }).click();
  await expect(page.getByLabel('满（元）')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('满（元）')).toBeFocused();
  await page.getByLabel('减（元）', { exact: true }).fill('60');
  await coupons.tryPrice('499.99');
  await expect(coupons.preview()).toContainText('不足门槛，还差 ¥0.01');
  await coupons.tryPrice('500');
  await expect(coupons.preview()).toContainText('¥440.00');
  await page.getByRole('button', { name: '创建优惠券' }).click();
  await expect(page).toHaveURL(/\/admin\/coupons\/\d+$/);
  const id = coupons.id();

  await page.getByRole('navigation', { name: '优惠券的各个部分' }).getByRole('link', { name: '规则' }).click();
  await page.getByLabel('减（元）', { exact: true }).fill('50');
  await coupons.save();
  await expect(page.getByText('优惠券已保存')).toBeVisible();
  await mintCopy(db, id);

  await coupons.open(id, '/edit');
  await expect(page.getByText('已经有人领到第 1 版')).toBeVisible();
  await page.getByLabel('减（元）', { exact: true }).fill('70');
  await expect(page.getByText('保存后成为第 2 版')).toBeVisible();
  await coupons.save();
  await expect(page.getByText('优惠券已保存')).toBeVisible();
  await expect(page.getByText('第 2 版', { exact: true })).toBeVisible();
  await coupons.open(id);
  const versions = page.getByRole('table', { name: '版本' });
  await expect(versions.getByRole('row')).toHaveCount(3);
  await expect(versions).toContainText('满 ¥500.00 减 ¥50.00');
  await expect(page.getByRole('table', { name: '操作记录' })).toContainText('优惠券新版本');

  await coupons.stop();
  await expect(page.getByText('已停发', { exact: true }).first()).toBeVisible();
  await page.goto(`/admin/coupons?state=stopped&q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('status').first()).toHaveText('共 1 种优惠券');
});

test('without JavaScript a refused form keeps what was typed', async ({ browser, page, baseURL }) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.goto('/admin/coupons/new');
  await plain.getByRole('radio', { name: '折扣' }).check();
  await plain.getByRole('textbox', { name: '打几折' }).fill('12');
  const name = unique('折扣券').slice(0, 20);
  await plain.getByLabel('名称', { exact: true }).fill(name);
  await plain.getByRole('button', { name: '创建优惠券' }).click();
  await expect(plain.getByLabel('名称', { exact: true })).toHaveValue(name);
  await expect(plain.getByRole('radio', { name: '折扣' })).toBeChecked();
  await plain.getByRole('textbox', { name: '打几折' }).fill('8.5');
  await plain.getByRole('button', { name: '创建优惠券' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(plain.getByRole('main')).toContainText('8.5 折');
  await context.close();
});

test('codes are generated, found and downloaded', async ({ page, db }) => {
  const coupons = new AdminCouponPage(page);
  const { familyId } = await mintCoupon(db, { columns: { channel: 'code' } });
  await coupons.open(familyId, '/codes');
  await page.getByLabel('数量').fill('1001');
  await page.getByRole('button', { name: '生成', exact: true }).click();
  await expect(page.getByLabel('数量')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('数量').fill('30');
  await page.getByRole('button', { name: '生成', exact: true }).dblclick();
  await expect(page.getByText('兑换码已生成').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '共 30 个兑换码' })).toBeVisible();

  const word = unique('HELLO').replaceAll('-', '').toUpperCase();
  const shared = page.locator('form', { has: page.getByRole('button', { name: '生成共用码' }) });
  for (const hasBefore of [false, true]) {
    await shared.getByLabel('兑换码').fill(word.toLowerCase());
    await shared.getByRole('button', { name: '生成共用码' }).click();
    if (hasBefore) await expect(shared.getByText('这个兑换码已经有了，请换一个').first()).toBeVisible();
    else await expect(page.getByRole('cell', { name: '0 / 100' })).toBeVisible();
  }
  const stored = (
    await db
      .select({ code: couponCode.code })
      .from(couponCode)
      .innerJoin(coupon, eq(coupon.id, couponCode.couponId))
      .where(eq(coupon.familyId, familyId))
  ).map(({ code }) => code);
  expect(stored).toHaveLength(31);
  const file = await coupons.download();
  expect(file.trimEnd().split('\r\n')).toHaveLength(32);
  expect(stored.every((code) => file.includes(code))).toBe(true);
});

test('copies are granted by a list that is looked at first, and exported', async ({ page, db, student }) => {
  const coupons = new AdminCouponPage(page);
  const [evil, closed] = [await mintAccount(db), await mintAccount(db)];
  await db.update(account).set({ nickname: '=1+1' }).where(eq(account.id, evil.id));
  await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, closed.id));
  const { familyId } = await mintCoupon(db, { columns: { channel: 'grant' }, family: { quantity: 2 } });
  await coupons.open(familyId, '/grant');
  await page.getByLabel('要发放的账号').fill(`用户名\n${evil.username}\nnobody-at-all\n${closed.username}`);
  await page.getByLabel('关键词').fill(student.username);
  await page.getByLabel('关键词').press('Enter');
  await page.getByRole('button', { name: `加入：${student.username}` }).click();
  await expect(page.getByLabel('要发放的账号')).toHaveValue(new RegExp(`${evil.username}[^]*${student.username}\n$`));
  await page.getByRole('button', { name: '预览' }).click();

  await expect(page.getByRole('button', { name: '确认发放 2 张' })).toBeVisible();
  await checkPage(page, 'the preview of a grant');
  const tabs = page.getByRole('navigation', { name: '名单里的人' });
  await tabs.getByRole('link', { name: '账号已停用 1' }).click();
  await expect(page.getByRole('table', { name: '名单里的学员' })).toContainText(closed.username);
  await tabs.getByRole('link', { name: '名单有误 1' }).click();
  await expect(page.getByRole('table', { name: '有误的行' })).toContainText('第 3 行');
  await page.getByRole('button', { name: '确认发放 2 张' }).dblclick();
  await expect(page.getByText('发放了 2 张')).toBeVisible();
  expect(await db.$count(couponRecord, eq(couponRecord.familyId, familyId))).toBe(2);

  await page.getByRole('link', { name: '看发放的记录' }).click();
  await expect(page.getByRole('status').filter({ hasText: '共 2 张' })).toBeVisible();
  const file = await coupons.download();
  expect(file).toContain(`${evil.username},'=1+1,未使用,学校发放,1,`);
  await page.getByLabel('状态').selectOption('已使用');
  await expect(page.getByRole('status').filter({ hasText: '共 0 张' })).toBeVisible();
});

test('a file becomes the list, unless it is not readable', async ({ page, db }) => {
  const coupons = new AdminCouponPage(page);
  const { familyId } = await mintCoupon(db);
  await coupons.open(familyId, '/grant');
  const file = page.getByLabel('或从文件读取');
  const csv = (bytes: Buffer) => ({ name: 'list.csv', mimeType: 'text/csv', buffer: bytes });
  await file.setInputFiles(csv(Buffer.from([0xd3, 0xc3, 0xbb, 0xa7])));
  await expect(page.getByText('请把文件另存为 UTF-8 编码的 CSV')).toBeVisible();
  await file.setInputFiles(csv(Buffer.from('\ufeff用户名,备注\r\nzoro,剑士\r\nnami,航海士\r\n')));
  await expect(page.getByText('现在 2 行')).toBeVisible();
});

test('贝里 add up, and their owner reads what each was @phone', async ({ page, browser, db, student, baseURL }) => {
  await giveBeli(db, student.id, 300);
  const placed = await mintPendingOrder(db, student.id, [{ product: await mintCourse(db), beli: 100 }]);
  await page.goto('/admin/beli');
  await expect(page.getByText('0 处不一致')).toBeVisible();
  await page.goto(`/admin/beli/entries?q=${student.username}`);
  await expect(page.getByRole('status').first()).toHaveText('共 2 笔');

  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: page.viewportSize() });
  const theirs = await context.newPage();
  await new SignInPage(theirs).signIn(student);
  await theirs.goto('/account/beli');
  const entries = theirs.getByRole('main').getByRole('listitem').filter({ hasText: '余额' });
  await expect(entries).toHaveText([/下单，先冻结.*冻结 100.*余额 300，其中冻结 100/, /学校发放.*\+300.*余额 300/]);
  await checkPage(theirs, '/account/beli');
  await theirs.getByRole('link', { name: `订单 ${placed.orderNo}` }).click();
  await expect(theirs).toHaveURL(`/orders/${placed.orderNo}`);
  await context.close();
});
