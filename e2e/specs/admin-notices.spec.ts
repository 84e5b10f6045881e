import { eq } from 'drizzle-orm';
import { message, mutedTopic } from '@/db/schema';
import { expectNothingFound } from '../check-page';
import { signInAsAdmin } from '../data/admin';
import { bindFollower } from '../data/followers';
import { expect, test } from '../fixtures';

test('an administrator maps a notice, tries it, and follows it to its receipt @phone', async ({
  page,
  student,
  db,
  sandbox,
  phone,
}) => {
  test.slow();
  await bindFollower(db, sandbox, phone.person, student.id);
  await signInAsAdmin(page, db, student);

  // Nothing else in these journeys speaks of homework.
  const panel = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: '作业已批改' }) });
  await test.step('off, and on again with a template of its own', async () => {
    await page.goto('/admin/wechat/notices');
    await expectNothingFound(page);
    // Nobody takes away the code that somebody is waiting for.
    const code = page.locator('section').filter({ has: page.getByRole('heading', { name: '重设密码的验证码' }) });
    await expect(code.getByRole('checkbox')).toHaveCount(0);
    await expect(code.getByRole('button', { name: '保存' })).toBeVisible();
    await panel.getByRole('checkbox').uncheck();
    await panel.getByRole('button', { name: '保存' }).click();
    await expect(panel.getByText('已停用')).toBeVisible();
    await panel.getByRole('checkbox').check();
    await panel.getByLabel('消息模板').selectOption({ label: '作业批改通知' });
    await expect(panel.getByRole('figure')).toContainText('第 3 章 购物车');
    await panel.getByRole('button', { name: '保存' }).click();
    await expect(panel.getByText('已启用')).toBeVisible();
    await page.goto('/admin/audit');
    await expect(page.getByRole('row').filter({ hasText: '修改通知设置' }).first()).toContainText('作业批改通知');
  });

  await test.step('a test arrives on the administrator’s own phone', async () => {
    await page.goto('/admin/wechat/notices');
    await panel.getByRole('button', { name: '发测试给自己' }).click();
    await expect(page.getByText('测试通知已放进发件箱').first()).toBeVisible();
    await expect(async () => {
      await phone.openChat();
      await expect(phone.card('作业批改通知')).toContainText('第 3 章 购物车', { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('and is traced from its cause to WeChat’s event', async () => {
    await page.goto(`/admin/messages/all?q=${encodeURIComponent(student.username)}`);
    const [sent] = await db.select().from(message).where(eq(message.accountId, student.id));
    await page.goto(`/admin/messages/one/${sent?.id}`);
    await expect(page.getByText('管理员发给自己的测试')).toBeVisible();
    await expect(page.getByText('微信已接收').first()).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('已送达手机')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText('微信回报：成功')).toBeVisible();
    await expectNothingFound(page);
  });
});

test('a student says what they want to hear of, without JavaScript too', async ({ page, signedIn, db, browser }) => {
  const muted = async () => {
    const rows = await db.select().from(mutedTopic).where(eq(mutedTopic.accountId, signedIn.id));
    return rows.map(({ topic }) => topic).toSorted();
  };
  await page.goto('/account/messages');
  await page.getByRole('checkbox', { name: /学校通知与活动/ }).uncheck();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  expect(await muted()).toEqual(['news']);
  await expectNothingFound(page);
  await expect(page.getByRole('checkbox', { name: /账号安全/ })).toBeDisabled();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/account/messages');
  await expect(plain.getByRole('checkbox', { name: /学校通知与活动/ })).not.toBeChecked();
  await plain.getByRole('checkbox', { name: /优惠券到期/ }).uncheck();
  await plain.getByRole('button', { name: '保存' }).click();
  await expect(plain.getByText('已保存')).toBeVisible();
  expect(await muted()).toEqual(['coupon', 'news']);
  await context.close();
});
