import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { freshUsername } from '@/tests/support/account-factories';
import { checkPage } from '../check-page';
import { expect, test } from '../fixtures';
import { BindingPage } from '../pages/binding-page';
import { SignInPage } from '../pages/sign-in-page';
import { WechatSignInPage } from '../pages/wechat-sign-in-page';

const PASSWORD = 'straw hat 2026';
const IN_WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.44';

test('a new person scans on the desktop, has an account, and completes it @phone', async ({ page, phone }) => {
  test.slow();
  const auth = new WechatSignInPage(page);
  await test.step('scan and confirm', async () => {
    await auth.begin();
    await checkPage(page, '/sign-in/wechat');
    await phone.scan(await auth.picture());
    await phone.consent();
    await expect(phone.heading).toHaveText('登录路飞学城');
    await expect(phone.page.getByText('新账号')).toBeVisible();
    await expect(page.getByText(`「${phone.person.nickname}」已扫码`)).toBeVisible();
    await checkPage(phone.page, 'the confirmation on the phone');
    await phone.page.getByRole('button', { name: '确认登录' }).click();
    await expect(phone.heading).toHaveText('已确认登录');
    await page.waitForURL('**/account');
    await checkPage(page, 'an account to complete');
  });

  const username = freshUsername();
  await test.step('the WeChat stays while it is the only way in', async () => {
    const shop = new BindingPage(page);
    await shop.open();
    await expect(page.getByText('唯一的登录方式')).toBeVisible();
    await auth.complete(username, PASSWORD);
    await shop.open();
    await shop.unbind();
    await expect(shop.qr).toBeVisible();
  });

  await test.step('the name and the password sign in', async () => {
    await page.context().clearCookies();
    await new SignInPage(page).signIn({ username, password: PASSWORD });
    await expect(page.getByRole('button', { name: /^账号菜单/ })).toBeVisible();
  });
});

test('a browser that has begun no sign-in is told so, and how to begin one', async ({ page }) => {
  for (const path of ['/sign-in/wechat', '/sign-in/wechat/done']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?wechat=over$/);
    await expect(page.getByRole('status')).toContainText('没有正在进行的微信登录');
    await expect(page.getByRole('button', { name: '微信登录' })).toBeVisible();
  }
});

test('somebody who is bound signs in without being asked who they are', async ({ page, signedIn, phone, db }) => {
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.picture());
  await phone.consent();
  await phone.confirmBinding();
  await page.context().clearCookies();
  const auth = new WechatSignInPage(page);

  await test.step('a QR that was refused signs nobody in', async () => {
    await auth.begin();
    await phone.scan(await auth.picture());
    await phone.page.getByRole('button', { name: '取消' }).click();
    await expect(phone.heading).toHaveText('已取消登录');
    await expect(page.getByText('没有登录')).toBeVisible();
  });

  await page.getByRole('button', { name: '换一个二维码' }).click();
  await phone.scan(await auth.picture());
  await expect(phone.page.getByText(`${signedIn.username[0]}****${signedIn.username.at(-1)}`)).toBeVisible();
  await phone.page.getByRole('button', { name: '确认登录' }).click();
  await page.waitForURL('**/account');
  await expect(page.getByText(signedIn.username, { exact: true }).first()).toBeVisible();
  const [user] = await db.select().from(wechatUser).where(eq(wechatUser.openid, phone.person.openid));
  expect(user?.accountId).toBe(signedIn.id);
});

test('inside WeChat the button signs in at once', async ({ browser, baseURL, sandbox }) => {
  const person = await sandbox.newPerson('微信里的人', true);
  const context = await browser.newContext({ userAgent: IN_WECHAT, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  // Opened from the phone, so that the stand-in for WeChat knows whose browser this is.
  await page.goto(`${sandbox.phoneUrl(person, 'go')}?url=${encodeURIComponent(baseURL ?? '')}`);
  const auth = new WechatSignInPage(page);
  await auth.begin('/account/wechat');
  await page.getByRole('button', { name: '允许' }).click();
  // WeChat's address ends in a fragment, which browsers carry along.
  await page.waitForURL(({ pathname }) => pathname === '/account/wechat');
  await expect(page.getByRole('heading', { name: '已绑定微信' })).toBeVisible();
  await context.clearCookies({ name: 'luffy.session' });
  await auth.begin('/account/wechat');
  await page.waitForURL(({ pathname }) => pathname === '/account/wechat');
  await context.close();
});

test('a forgotten password is set anew with the code in WeChat', async ({ page, signedIn, phone, sandbox }) => {
  test.slow();
  await sandbox.follow(phone.person);
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.picture());
  await phone.consent();
  await phone.confirmBinding();
  await page.context().clearCookies();

  await page.goto('/sign-in');
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByRole('heading', { name: '忘记密码' }).waitFor();
  await page.getByLabel('用户名').fill(signedIn.username);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('heading', { name: '重设密码' }).waitFor();
  await phone.openChat();
  await expect(phone.card('验证码')).toBeVisible();
  const code = /(?<!\d)\d{6}(?!\d)/.exec(await phone.card('验证码').innerText())?.[0] ?? '';

  await page.getByLabel('验证码').fill('000000' === code ? '111111' : '000000');
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '重设密码' }).click();
  await expect(page.getByLabel('验证码')).toHaveAccessibleDescription(/验证码不正确/);
  await page.getByLabel('验证码').fill(code);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '重设密码' }).click();
  await expect(page.getByText('密码已重设')).toBeVisible();
  await new SignInPage(page).submit({ username: signedIn.username, password: PASSWORD }, '登录');
  await expect(page.getByRole('button', { name: /^账号菜单/ })).toBeVisible();
});
