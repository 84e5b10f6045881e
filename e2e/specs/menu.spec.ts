import { desc } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { wechatMenu } from '@/db/schema';
import { unique } from '@/tests/support/factories';
import { checkPage } from '../check-page';
import { signInAsAdmin } from '../data/admin';
import { expect, test } from '../fixtures';
import { MenuPage } from '../pages/menu-page';

const PUBLISHED = '已发布。关注者最多 5 分钟后看到新的菜单';

test('an administrator edits, publishes and rolls back the menu, and the phone follows @phone', async ({
  page,
  student,
  db,
  sandbox,
  phone,
}) => {
  test.slow();
  await signInAsAdmin(page, db, student);
  await sandbox.follow(phone.person);
  const [first, second] = [unique('帮助'), unique('救命')];
  const menu = new MenuPage(page);
  await menu.open();
  await menu.clear();
  await menu.addButton();
  await menu.fill(menu.button(1), '名称太长的按钮', '展开二级菜单');
  await menu.addItem(1);
  await menu.fill(menu.item(1, 1), first, '回复消息', '帮助');
  await menu.publish();
  await expect(page.getByText('最多 16 字节（5 个汉字）').first()).toBeVisible();
  await checkPage(page, 'the menu with a mistake');
  await menu.fill(menu.button(1), '学习', '展开二级菜单');
  await menu.addButton();
  await menu.fill(menu.button(2), '买课', '打开网页', '/courses');
  await page.getByRole('button', { name: '上移第 2 个按钮' }).click();
  await expect(menu.button(1).getByLabel('名称')).toHaveValue('买课');
  await menu.publish();
  await expect(page.getByText(PUBLISHED)).toBeVisible();
  await checkPage(page, 'the menu, published');

  await phone.tapMenu(first, '学习');
  await expect(phone.lastReply).toContainText('我的课程');

  await menu.fill(menu.item(2, 1), second, '回复消息', '帮助');
  await menu.publish();
  const kept = async () => JSON.stringify(await newest(db));
  await expect.poll(kept).toMatch(new RegExp(`${second}.*"published"`));
  await phone.tapMenu(second, '学习');
  await expect(phone.lastReply).toContainText('我的课程');

  await page.getByRole('row').filter({ hasText: '曾经发布' }).getByRole('link').first().click();
  await expect(page.getByText('新的：')).toHaveCount(1);
  await checkPage(page, 'a version of the menu');
  await page.getByRole('button', { name: '恢复这个版本' }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByText('现在的菜单', { exact: true })).toBeVisible();
  await phone.tapMenu(first, '学习');
  await expect(phone.lastReply).toContainText('我的课程');
});

test('what WeChat pushed is there to be looked up', async ({ page, student, db, sandbox, phone }) => {
  await signInAsAdmin(page, db, student);
  const words = unique('你好');
  await sandbox.follow(phone.person);
  await sandbox.say(phone.person, words);
  await page.goto('/admin/wechat/events?kind=text');
  const row = page.getByRole('row').filter({ hasText: words });
  await expect(async () => {
    await page.reload();
    await expect(row).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await checkPage(page, 'the list of pushes');
  await row.getByRole('link', { name: '文字消息' }).click();
  await expect(page.getByText('核对过')).toBeVisible();
  await expect(page.locator('pre')).not.toContainText(phone.person.openid);
  await checkPage(page, 'a push');
  await page.goto('/admin/wechat');
  await expect(page.getByRole('heading', { name: '今天的配额' })).toBeVisible();
  await checkPage(page, 'the overview');
});

test('a student gets none of it', async ({ page, signedIn }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  for (const path of ['', '/menu', '/menu/1', '/events', '/events/1']) {
    expect((await page.request.get(`/admin/wechat${path}`)).status(), path).toBe(403);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a button is added, another one removed, and the draft kept', async ({ page, student, db }) => {
    await signInAsAdmin(page, db, student);
    const createdBy = student.id;
    await db.insert(wechatMenu).values({
      createdBy,
      status: 'draft',
      buttons: [
        { type: 'view', name: '旧的', url: '/' },
        { type: 'view', name: '买课', url: '/courses' },
      ],
    });
    await page.goto('/admin/wechat/menu');
    const menu = new MenuPage(page);
    await menu.button(1).getByLabel('保存时删除这个按钮').check();
    await page.locator('summary', { hasText: '添加第 3 个按钮' }).click();
    await page.locator('[name="b3.name"]').fill('名字实在是太长');
    await page.locator('[name="b3.type"]').selectOption('回复消息');
    await page.locator('[name="b3.key"]').selectOption('帮助');
    await menu.save();
    await expect(page.getByText('最多 16 字节（5 个汉字）').first()).toBeVisible();
    await page.locator('[name="b2.name"]').fill('帮助');
    await menu.save();
    await expect(page.getByText('草稿已保存').first()).toBeVisible();
    expect(await newest(db)).toMatchObject({
      status: 'draft',
      buttons: [
        { type: 'view', name: '买课', url: '/courses' },
        { type: 'click', name: '帮助', key: 'help' },
      ],
    });
  });
});

async function newest(db: Database) {
  const [row] = await db.select().from(wechatMenu).orderBy(desc(wechatMenu.id)).limit(1);
  if (!row) throw new Error('no menu');
  return row;
}
