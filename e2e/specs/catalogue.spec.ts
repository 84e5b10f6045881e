import { expect, test } from '../fixtures';

test('filters live in the address', async ({ page }) => {
  await page.goto('/courses');
  const count = page.getByRole('status');
  await expect(count).toHaveText(/共 \d+ 门课程/);
  const all = (await count.textContent()) ?? '';
  const filters = page.getByRole('complementary', { name: '筛选' });

  await filters.getByRole('link', { name: 'VIP专享' }).click();
  await expect(page).toHaveURL(/[?&]type=vip/);
  await expect(count).not.toHaveText(all);
  await filters.getByRole('link', { name: '初级' }).click();
  await expect(page).toHaveURL(/type=vip.*level=beginner|level=beginner.*type=vip/);
  await page.reload();
  await expect(page.getByRole('link', { name: '去掉条件：VIP专享' })).toBeVisible();

  await page.goBack();
  await expect(page).not.toHaveURL(/level=/);
  await page.getByRole('link', { name: '清除全部' }).click();
  await expect(page).toHaveURL(/\/courses$/);
  await expect(count).toHaveText(all);
});

test('search, sort and pages', async ({ page }) => {
  await page.goto('/courses?sort=price-asc');
  const first = page.getByRole('main').getByRole('article').first();
  const cheapest = await first.textContent();
  await page.getByRole('link', { name: '价格从高到低' }).click();
  await expect(page).toHaveURL(/sort=price-desc/);
  await expect(first).not.toHaveText(cheapest ?? '');

  await page.goto('/courses');
  await page.getByRole('link', { name: '第 2 页' }).click();
  await expect(page).toHaveURL(/page=2/);

  await page.getByRole('main').getByRole('searchbox').fill('没有这样的课程');
  await expect(page.getByRole('heading', { name: '没有符合条件的课程' })).toBeVisible();
  await expect(page).not.toHaveURL(/page=/);
  await page.getByRole('link', { name: '清除全部条件' }).click();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('a result clicked right after typing is where one goes', async ({ page }) => {
  await page.goto('/courses');
  const result = page.getByRole('main').getByRole('article').first().getByRole('link').first();
  const address = (await result.getAttribute('href')) ?? '';
  await page.getByRole('main').getByRole('searchbox').pressSequentially('py');
  await result.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('what does not exist is a 404', async ({ page }) => {
  for (const path of ['/courses/no-such-course', '/degrees/no-such-degree', '/no/such/page', '/learn/no-such-course']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    // Whatever found nothing, the layout around it stands there once.
    await expect(page.getByRole('heading', { name: '这一页不在航线上' })).toBeVisible();
    await expect(page.locator('footer')).toHaveCount(1);
  }
});

test('a course to come is shown and not sold', async ({ page }) => {
  await page.goto('/courses/k8s-troubleshooting');
  await expect(page.getByRole('complementary', { name: '购买' })).toContainText('即将上线');
  await expect(page.getByRole('button', { name: '加入购物车' })).toHaveCount(0);
});

test('a course that was withdrawn leads on to others', async ({ page }) => {
  const response = await page.goto('/courses/python2-migration');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已下线');
  await page.getByRole('link', { name: '看看同类课程' }).click();
  await expect(page).toHaveURL(/\/courses\?sub=/);
});

test('a trial section is read without an account', async ({ page }) => {
  await page.goto('/courses/postgresql-tuning');
  const trial = page.locator('#chapters').getByRole('link').first();
  await trial.click();
  await expect(page).toHaveURL(/\/learn\/postgresql-tuning\//);
  await expect(page.getByText('你正在免费试学')).toBeVisible();
  await expect(page.getByRole('article').getByRole('paragraph').first()).toBeVisible();
});
