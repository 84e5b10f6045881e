import { and, eq } from 'drizzle-orm';
import { invite, wechatQrcode, wechatUser } from '@/db/schema';
import { PASSWORD } from '@/tests/support/account-factories';
import { only, unique } from '@/tests/support/factories';
import { mintInviter, setRule } from '@/tests/support/invite-factories';
import { checkPage } from '../check-page';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { InvitePage } from '../pages/invite-page';
import { SignInPage } from '../pages/sign-in-page';

const newName = () => `u_${unique('').slice(1).replaceAll('-', '')}`.slice(0, 20);

test('an invitation link: it is remembered, says who invites, and counts when one registers', async ({
  page,
  browser,
  baseURL,
  db,
  student,
}) => {
  test.slow();
  const visitor = await browser.newContext({ ...(baseURL && { baseURL }) });
  const guest = await visitor.newPage();
  await setRule(db);
  await new SignInPage(page).signIn(student);
  const own = new InvitePage(page);
  await own.open();
  const link = await own.link();
  await checkPage(page, page.url());

  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toContainText(`${student.username} 邀请你`);
  await expect(guest.getByText('你将得到 30 贝里（价值 ¥3.00）')).toBeVisible();
  expect((await visitor.cookies()).find(({ name }) => name.endsWith('luffy.invite'))).toMatchObject({ httpOnly: true });
  await checkPage(guest, guest.url());
  await guest.getByRole('link', { name: '注册账号' }).click();
  const username = newName();
  await new SignInPage(guest).submit({ username, password: PASSWORD }, '注册');
  await guest.waitForURL((url) => url.pathname !== '/register');
  expect((await visitor.cookies()).some(({ name }) => name.endsWith('luffy.invite'))).toBe(false);

  await own.open();
  await expect(own.friends).toHaveCount(1);
  await expect(own.friends.first()).toContainText('通过链接');
  await expect(own.friends.first()).not.toContainText(username);
  await visitor.close();
});

test('a link of nobody leads home and says so', async ({ page }) => {
  await page.goto('/i/zzzzzzzz');
  await expect(page).toHaveURL(/\/#invite-unknown$/);
  await expect(page.getByText('这个邀请链接不对')).toBeVisible();
});

test('following through the QR makes an account at once, and names who invited @phone', async ({
  page,
  db,
  signedIn,
  phone,
}) => {
  test.slow();
  const own = new InvitePage(page);
  await own.open();
  await phone.scan(await own.qr.screenshot());
  await phone.follow();
  await expect(phone.lastReply).toContainText(`感谢您的加入，邀请者是 ${signedIn.username}`);
  const person = only(await db.select().from(wechatUser).where(eq(wechatUser.openid, phone.person.openid)));
  expect(await db.select().from(invite).where(eq(invite.inviterId, signedIn.id))).toMatchObject([
    { inviteeId: person.accountId, channel: 'qr', wechatUserId: person.id },
  ]);
  await own.open();
  await expect(own.friends.first()).toContainText('通过二维码');
  const codes = and(eq(wechatQrcode.accountId, signedIn.id), eq(wechatQrcode.action, 'invite'));
  expect(await db.select().from(wechatQrcode).where(codes)).toMatchObject([{ scans: 1, follows: 1 }]);
});

test('the poster is kept as SVG, and as PNG drawn here', async ({ page, signedIn }) => {
  const own = new InvitePage(page);
  await own.open();
  expect(await own.download(page.getByRole('link', { name: '下载 SVG' }))).toContain(signedIn.username.slice(0, 10));
  expect(await own.download(page.getByRole('button', { name: '保存图片（PNG）' }))).toMatch(/^.PNG/);
});

test('inside WeChat a course is shared with a card that carries the invitation; elsewhere nothing is loaded', async ({
  page,
  student,
  phone,
}) => {
  test.slow();
  const sdk: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('jweixin')) sdk.push(request.url());
  });
  await page.goto('/courses');
  const course = await page.getByRole('main').locator('a[href^="/courses/"]').first().getAttribute('href');
  await page.goto(course ?? '');
  await page.waitForLoadState('networkidle');
  expect(sdk).toEqual([]);

  const { page: inside } = phone;
  await phone.openChat();
  const site = new URL(page.url()).origin;
  await inside.goto(`${site}/sign-in`);
  const signIn = new SignInPage(inside);
  await signIn.submit(student, '登录');
  await inside.waitForURL((url) => url.pathname !== '/sign-in');
  const signed = inside.waitForResponse((response) => response.url().includes('/api/wechat/js-config'));
  const loaded = inside.waitForRequest((request) => request.url().endsWith('/open/js/jweixin-1.6.0.js'));
  await inside.goto(`${site}${course}`);
  expect(await (await signed).json()).toMatchObject({ inviteCode: expect.stringMatching(/^[a-z2-9]{8}$/) });
  await loaded;
});

test('an administrator sets the reward and makes a code for a channel', async ({ page, db }) => {
  await mintInviter(db);
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await page.goto('/admin/invites');
  await page.getByLabel('发放邀请奖励').check();
  await page.getByLabel('邀请人得到').selectOption('贝里');
  await page.getByLabel('数量').first().fill('0');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByLabel('数量').first()).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('数量').first().fill('66');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('region', { name: '操作记录' })).toContainText('66 贝里（价值 ¥6.60）');
  await checkPage(page, page.url());
  await setRule(db);

  const name = unique('书展');
  await page.goto('/admin/wechat/qrcodes');
  await page.getByLabel('渠道名称').fill(name);
  await page.getByRole('button', { name: '生成二维码' }).click();
  const card = page.getByRole('listitem').filter({ hasText: name });
  await expect(card.getByRole('img')).toBeVisible();
  await expect(page.getByText(/永久二维码已用 \d+ \/ 100,000 个/)).toBeVisible();
  await checkPage(page, page.url());
  await card.getByRole('button', { name: '归档' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('link', { name: '已归档' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
});
