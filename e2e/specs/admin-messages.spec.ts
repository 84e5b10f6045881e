import { eq } from 'drizzle-orm';
import type { Page } from 'playwright/test';
import type { Database } from '@/db/client';
import { account, campaign, wechatUser } from '@/db/schema';
import type { Sandbox, WechatPerson } from '@/e2e/sandbox';
import { registerStudent } from '@/tests/support/account-factories';
import { unique } from '@/tests/support/factories';
import { expectNothingFound } from '../check-page';
import { signInAsAdmin } from '../data/admin';
import { bindFollower } from '../data/followers';
import { expect, test } from '../fixtures';
import { NewMessagePage } from '../pages/new-message-page';
import { VirtualPhone } from '../pages/virtual-phone';

/** A student whose WeChat follows the official account and is bound; `tag` finds them. */
async function mintFollower(db: Database, sandbox: Sandbox, tag: string): Promise<WechatPerson> {
  const { id } = await registerStudent(db);
  const person = await sandbox.newPerson(unique(tag));
  await db.update(account).set({ nickname: person.nickname }).where(eq(account.id, id));
  await bindFollower(db, sandbox, person, id);
  return person;
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('an administrator sends a card to two people, and both phones show it @phone', async ({
  page,
  student,
  db,
  sandbox,
  browser,
}) => {
  test.slow();
  await signInAsAdmin(page, db, student);
  const [tag, title] = [unique('二人'), unique('直播提醒')];
  const people = [await mintFollower(db, sandbox, tag), await mintFollower(db, sandbox, tag)];
  await mintFollower(db, sandbox, tag);

  const form = new NewMessagePage(page);
  await form.open();
  await form.search(tag);
  for (const { nickname } of people) await form.pick(nickname);
  await form.useTemplate('课程通知');
  await form.enter({ 标题: title, 课程名称: 'Python 全栈开发', 通知时间: '明晚' });
  await form.press();
  await expect(page.getByText('格式不对：例如 2026年3月2日 19:30').first()).toBeVisible();
  await expectNothingFound(page);
  await form.enter({ 通知时间: '2026年3月3日 19:30', 通知内容: '今晚直播答疑' });
  await expect(form.preview).toContainText('今晚直播答疑');
  await form.press();
  await expect(page.getByRole('heading', { name: '发送给 2 人？' })).toBeVisible();
  await form.confirm();

  await expect(page.getByText('已全部处理完')).toBeVisible();
  for (const { nickname } of people) await expect(row(page, nickname)).toContainText(/微信已接收|已送达/);
  await expectNothingFound(page);
  for (const person of people) {
    const context = await browser.newContext();
    const phone = new VirtualPhone(await context.newPage(), sandbox, person);
    await phone.openChat();
    await expect(phone.card('课程通知')).toContainText('今晚直播答疑');
    await context.close();
  }

  await page.goto('/admin/messages');
  await expect(row(page, title)).toContainText('已完成');
  await expect(row(page, title)).toContainText(/(微信已接收|已送达) 2/);
  await expectNothingFound(page);
  await page.goto('/admin/messages/all');
  await expectNothingFound(page);
});

test('everyone who fits: WeChat refuses plain text outside its 48 hours, and says so', async ({
  page,
  student,
  db,
  sandbox,
}) => {
  await signInAsAdmin(page, db, student);
  const tag = unique('全部');
  const [talker, silent] = [await mintFollower(db, sandbox, tag), await mintFollower(db, sandbox, tag)];
  await sandbox.say(talker, '你好');
  // Following opens a minute of its own.
  await db
    .update(wechatUser)
    .set({ openid: (await sandbox.newPerson('没关注')).openid })
    .where(eq(wechatUser.openid, silent.openid));

  const form = new NewMessagePage(page);
  await form.open();
  await form.search(tag);
  await form.everyoneWhoFits();
  await form.enter({ 标题: '通知', 内容: '今晚 19:30 直播' });
  await form.press();
  await form.confirm();
  await expect(page.getByText('已全部处理完')).toBeVisible();
  await expect(row(page, talker.nickname)).toContainText('微信已接收');
  await expect(row(page, silent.nickname)).toContainText(/没有关注|48 小时/);
  await page.getByRole('link', { name: '发送失败 1' }).click();
  await expect(row(page, talker.nickname)).toHaveCount(0);
});

test('tried on oneself, scheduled, paused, resumed, sent; then the log is searched and exported @phone', async ({
  page,
  student,
  db,
  sandbox,
  browser,
}) => {
  test.slow();
  await signInAsAdmin(page, db, student);
  const self = await sandbox.newPerson(unique('管理员'));
  await bindFollower(db, sandbox, self, student.id);
  const tag = unique('定时');
  const people = [await mintFollower(db, sandbox, tag), await mintFollower(db, sandbox, tag)];
  // Plain text is taken within 48 hours of somebody's word.
  for (const person of [self, ...people]) await sandbox.say(person, '你好');
  const context = await browser.newContext();

  const form = new NewMessagePage(page);
  await form.open();
  await form.search(tag);
  await form.everyoneWhoFits();
  await expect(page.getByRole('radio', { name: /^发给全部符合条件的 2 人/ })).toBeVisible();
  await form.enter({ 标题: '开课提醒', 内容: '今晚 19:30 开课' });
  await form.tryOnMyself();
  const mine = new VirtualPhone(await context.newPage(), sandbox, self);
  await expect
    .poll(async () => {
      await mine.openChat();
      return mine.page.getByText('今晚 19:30 开课').count();
    })
    .toBe(1);

  await form.schedule('2020-01-01T08:00');
  await form.press('定时发送给');
  await form.confirm('确认定时', false);
  await expect(page.getByText('这个时间已经过了').first()).toBeVisible();
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 16);
  await form.schedule(tomorrow);
  await form.press('定时发送给');
  await form.confirm('确认定时');
  await expect(page.getByText(`将在 ${tomorrow.replace('T', ' ')} 开始发送`)).toBeVisible();
  await expectNothingFound(page);
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText('已暂停').first()).toBeVisible();
  // Its time comes while it is paused.
  await db
    .update(campaign)
    .set({ scheduledAt: new Date(Date.now() - 1000) })
    .where(eq(campaign.createdBy, student.id));
  await page.getByRole('button', { name: '继续发送' }).click();
  await expect(page.getByText('已全部处理完')).toBeVisible();
  const [one, other] = people;
  await page.getByRole('searchbox', { name: '收件人' }).fill(one?.nickname ?? '');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(row(page, other?.nickname ?? '')).toHaveCount(0);
  await expect(row(page, one?.nickname ?? '')).toContainText('微信已接收');
  const exported = await page.request.get(`${new URL(page.url()).pathname}/download`);
  expect(await exported.text()).toContain(one?.nickname);
  for (const person of people) {
    const phone = new VirtualPhone(await context.newPage(), sandbox, person);
    await phone.openChat();
    await expect(phone.page.getByText('今晚 19:30 开课')).toHaveCount(1);
  }
  await context.close();
});

test('a list of names: who is found, who is not, and who gets it', async ({ page, student, db, sandbox }) => {
  await signInAsAdmin(page, db, student);
  const person = await mintFollower(db, sandbox, unique('名单'));
  const unbound = await registerStudent(db);
  const [found] = await db.select().from(account).where(eq(account.nickname, person.nickname));
  await sandbox.say(person, '你好');
  const form = new NewMessagePage(page);
  await form.open();
  await form.pasteList(`用户名\n${found?.username}\n${unbound.username}\nnobody-of-that-name`);
  await expect(page.getByText('名单里有 1 人可以收到')).toBeVisible();
  await expect(page.getByText('1 人没有绑定微信')).toBeVisible();
  await expect(page.getByText('第 4 行 nobody-of-that-name：没有这个账号')).toBeVisible();
  await expectNothingFound(page);
  await form.enter({ 标题: '通知', 内容: '只给名单里的人' });
  await form.press();
  await form.confirm();
  await expect(page.getByText('已全部处理完')).toBeVisible();
  await expect(page.getByText('名单里的 1 位用户')).toBeVisible();
  await expect(row(page, person.nickname)).toContainText('微信已接收');
});

test('a student gets none of it', async ({ page, signedIn }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  for (const path of ['', '/all', '/new', '/1', '/1/progress', '/1/download']) {
    expect((await page.request.get(`/admin/messages${path}`)).status(), path).toBe(403);
  }
  const answer = await page.request.post('/api/admin/recipients', { data: { list: 'luffy' } });
  expect(answer.status()).toBe(403);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form sends at once, and says beside the fields what is missing', async ({ page, student, db, sandbox }) => {
    await signInAsAdmin(page, db, student);
    const person = await mintFollower(db, sandbox, unique('无脚本'));
    await page.goto(`/admin/messages/new?q=${encodeURIComponent(person.nickname)}`);
    const form = new NewMessagePage(page);
    await form.pick(person.nickname);
    await form.enter({ 标题: '通知' });
    await form.press();
    await expect(page.getByText('请填写内容').first()).toBeVisible();
    await form.enter({ 内容: '今晚直播' });
    await form.press();
    await page.waitForURL(/\/admin\/messages\/\d+$/);
    expect(await db.select().from(campaign).where(eq(campaign.createdBy, student.id))).toHaveLength(1);
  });
});
