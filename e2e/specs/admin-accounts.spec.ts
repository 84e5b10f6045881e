import { eq } from 'drizzle-orm';
import { account, beliAccount } from '@/db/schema';
import { unique } from '@/tests/support/factories';
import { mintFullOrder } from '@/tests/support/payment-factories';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { AdminUserPage } from '../pages/admin-user-page';
import { SignInPage } from '../pages/sign-in-page';

test('an administrator closes an account, and its owner is out', async ({ page, browser, student, db, baseURL }) => {
  const theirs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await new SignInPage(theirs).signIn(student);
  await theirs.goto('/account');
  await expect(theirs).toHaveURL('/account');

  const admin = await mintSignIn(db, 'admin');
  await new SignInPage(page).signIn(admin);
  await page.goto('/admin/users');
  await page.getByLabel('关键词').fill(student.username);
  await page.getByLabel('关键词').press('Enter');
  await expect(page).toHaveURL(`/admin/users?q=${student.username}`);
  await expect(page.getByRole('status').first()).toHaveText('共 1 个用户');
  await page.getByRole('link', { name: student.username }).click();

  const user = new AdminUserPage(page);
  await user.confirm('停用账号', '确认停用');
  await expect(page.getByText('账号已停用，登录已全部结束')).toBeVisible();
  await expect(page.getByText('已停用', { exact: true })).toBeVisible();
  await theirs.goto('/account');
  await expect(theirs).toHaveURL('/sign-in?callbackUrl=%2Faccount');

  await user.confirm('启用账号', '确认启用');
  await expect(page.getByRole('button', { name: '停用账号' })).toBeVisible();
  await theirs.goto('/account');
  await expect(theirs).toHaveURL('/sign-in?callbackUrl=%2Faccount');
  await theirs.close();

  await page.goto('/admin/audit');
  const latest = page.getByRole('row').filter({ hasText: student.username }).first();
  await expect(latest).toContainText('启用账号');
  await expect(latest).toContainText(admin.username);

  await user.open(admin.id);
  await expect(page.getByRole('button', { name: '停用账号' })).toHaveCount(0);
});

test('贝里 are given once, with a reason', async ({ page, student, db }) => {
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  const user = new AdminUserPage(page);
  await user.open(student.id);
  await user.giveBeli('0', '活动奖励');
  await expect(page.getByRole('dialog').getByLabel('贝里数量')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('dialog').getByLabel('原因')).toHaveValue('活动奖励');
  await user.fillBeli('120', '活动奖励');
  await page.getByRole('button', { name: '确认发放' }).dblclick();
  await expect(page.getByText('贝里已发放')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(user.panel('贝里')).toContainText('120');
  await expect(user.panel('最近的贝里变动')).toContainText('活动奖励');
  const [ledger] = await db.select().from(beliAccount).where(eq(beliAccount.accountId, student.id));
  expect(ledger?.balance).toBe(120);
  // The next grant is another one.
  await user.giveBeli('5', '补发');
  await expect(user.panel('贝里')).toContainText('125');
});

test('orders are filtered in the address and shown whole', async ({ page, db }) => {
  const { placed, student, first } = await mintFullOrder(db);
  const nickname = unique('甲');
  await db.update(account).set({ nickname }).where(eq(account.id, student.id));
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await page.goto(`/admin/orders?q=${encodeURIComponent(nickname)}`);
  await page.getByLabel('状态').selectOption('待支付');
  await expect(page).toHaveURL(/status=pending$/);
  await expect(page.getByRole('status').first()).toHaveText('共 1 个订单');
  await page.getByLabel('状态').selectOption('交易成功');
  await expect(page.getByRole('status').first()).toHaveText('共 0 个订单');
  await page.getByRole('link', { name: '清除筛选' }).click();
  await expect(page).toHaveURL('/admin/orders');
  await page.getByRole('link', { name: placed.orderNo }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(placed.orderNo);
  await expect(page.getByRole('row', { name: first.name })).toContainText('−¥10.00');
  await page.getByRole('link', { name: nickname }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(nickname);
});
