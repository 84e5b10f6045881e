import { throttle } from '@/db/schema';
import { freshUsername } from '@/tests/support/account-factories';
import { expect, test } from '../fixtures';
import { SecurityPage } from '../pages/security-page';
import { SignInPage } from '../pages/sign-in-page';

const PASSWORD = 'straw hat 2026';

test('register, sign out, sign in @phone', async ({ page }) => {
  const username = freshUsername();
  const auth = new SignInPage(page);
  await page.goto('/');
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByRole('link', { name: '免费注册' }).click();
  await auth.submit({ username, password: PASSWORD }, '注册');

  const menu = page.getByRole('button', { name: `账号菜单：${username}` });
  await menu.click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible();

  await auth.signIn({ username: username.toUpperCase(), password: PASSWORD });
  await expect(menu).toBeVisible();
});

test('what is wrong with a registration is said beside the field', async ({ page, student }) => {
  const auth = new SignInPage(page);
  await page.goto('/register');
  await auth.submit({ username: student.username, password: PASSWORD }, '注册');
  await expect(page.getByLabel('用户名')).toHaveAccessibleDescription(/这个用户名已被使用/);
  await expect(page.getByLabel('用户名')).toHaveValue(student.username);
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
});

test('a page that wants an account comes back after the sign-in', async ({ page, student }) => {
  await page.goto('/orders');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Forders$/);
  const auth = new SignInPage(page);
  await auth.submit({ ...student, password: 'not this one' }, '登录');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('用户名或密码不正确');
  await auth.submit(student, '登录');
  await expect(page).toHaveURL(/\/orders$/);
});

for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
  test(`a sign-in never leads to ${target}`, async ({ page, student, baseURL }) => {
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`);
    await new SignInPage(page).submit(student, '登录');
    await expect(page).toHaveURL(`${baseURL}/`);
  });
}

test('a new password ends the sessions on other devices', async ({ page, signedIn, browser, baseURL }) => {
  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await elsewhere.newPage();
  await new SignInPage(other).signIn(signedIn);

  const security = new SecurityPage(page);
  await security.open();
  await security.changePassword('not this one', PASSWORD);
  await expect(page.getByLabel('当前密码')).toHaveAccessibleDescription('当前密码不正确');
  await security.changePassword(signedIn.password, PASSWORD);
  await expect(page.getByRole('main').getByRole('status')).toContainText('密码已修改');

  await page.goto('/account');
  await expect(page).toHaveURL(/\/account$/);
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  const auth = new SignInPage(other);
  await auth.submit(signedIn, '登录');
  await expect(other.getByRole('main').getByRole('alert')).toContainText('用户名或密码不正确');
  await auth.submit({ ...signedIn, password: PASSWORD }, '登录');
  await expect(other).toHaveURL(/\/account$/);
  await elsewhere.close();
});

test.describe('after ten failures', () => {
  // Failures count for the address too, which all tests of this worker share: those before and those after this one.
  test.beforeEach(async ({ db }) => {
    await db.delete(throttle);
  });
  test.afterEach(async ({ db }) => {
    await db.delete(throttle);
  });

  test('the right password has to wait as well', async ({ page, student }) => {
    const auth = new SignInPage(page);
    const alert = page.getByRole('main').getByRole('alert');
    await page.goto('/sign-in');
    for (let failure = 1; failure <= 10; failure += 1) {
      await auth.submit({ ...student, password: `guess ${failure}` }, '登录');
      // Emptied by the answer, which reads the same every time.
      await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
      await expect(alert).toContainText('用户名或密码不正确');
    }
    await auth.submit(student, '登录');
    await expect(alert).toContainText('尝试次数过多');
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});
