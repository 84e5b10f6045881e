import { mintAccount, mintCourse, mintDegree } from '@/tests/support/factories';
import { mintChapter, mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { lessonWhere, SLUG, seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (offset: number) => new Date(Date.now() + offset * DAY_MS);
const current = () => ({ startsAt: day(-1), endsAt: day(30) });
const opened = () => ({ ...current(), openedAt: day(-1) });

test("another student's order does not exist", async ({ page, signedIn, db }) => {
  const owner = await mintAccount(db);
  expect(owner.id).not.toBe(signedIn.id);
  const pending = await mintPendingOrder(db, owner.id, [{ product: await mintCourse(db) }]);
  const paid = await mintPaidOrder(db, owner.id, await mintCourse(db), current());
  for (const path of [`/orders/${pending.orderNo}`, `/pay/${pending.orderNo}`, `/enrol/${paid.orderNo}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  expect((await page.request.get(`/api/pay/${pending.orderNo}/status`)).status()).toBe(404);
});

test('a visitor is asked to sign in, and comes back to the lesson', async ({ page, db }) => {
  const lesson = await lessonWhere(db, ({ isFreeTrial }) => !isFreeTrial);
  await page.goto(lesson.path);
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(lesson.path)}`);
});

test('a course one does not have stays closed, video and materials included', async ({ page, signedIn, db }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  const video = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'video' && !isFreeTrial);
  await page.goto(video.path);
  await expect(page.getByRole('heading', { name: '这门课还没有购买' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  expect((await page.request.get(`/api/learn/video/${video.id}`)).status()).toBe(403);
  expect((await page.request.get(`/api/learn/materials/${SLUG}`)).status()).toBe(403);
  const progress = await page.request.post('/api/learn/progress', { data: { sectionId: video.id } });
  expect(progress.status()).toBe(409);
  await page.getByRole('link', { name: '查看课程' }).click();
  await expect(page).toHaveURL(`/courses/${SLUG}`);
});

test('the video of a course one has comes in parts', async ({ page, signedIn, db }) => {
  await mintPaidOrder(db, signedIn.id, await seededCourse(db), opened());
  const video = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'video' && !isFreeTrial);
  const part = await page.request.get(`/api/learn/video/${video.id}`, { headers: { range: 'bytes=0-99' } });
  expect(part.status()).toBe(206);
  expect(part.headers()['content-range']).toMatch(/^bytes 0-99\/\d+$/);
  expect((await part.body()).length).toBe(100);
});

test('paid, but without the 报名表', async ({ page, signedIn, db }) => {
  const course = await mintCourse(db);
  await mintChapter(db, course.id, 1, [{}]);
  const { orderNo } = await mintPaidOrder(db, signedIn.id, course, current());
  await page.goto('/learn');
  await expect(page.getByText('还差一步：填写报名表')).toBeVisible();
  await page.goto(`/learn/${course.slug}`);
  await page.getByRole('link', { name: '填写报名表' }).click();
  await expect(page).toHaveURL(`/enrol/${orderNo}`);
});

test('a course that has ended can be renewed', async ({ page, signedIn, db }) => {
  const course = await seededCourse(db);
  await mintPaidOrder(db, signedIn.id, course, { startsAt: day(-40), endsAt: day(-10), openedAt: day(-40) });
  await page.goto(`/learn/${course.slug}`);
  await expect(page.getByRole('heading', { name: '有效期已结束' })).toBeVisible();
  await page.goto('/learn');
  await page.getByRole('link', { name: `续费 ${course.name}` }).click();
  await expect(page.getByRole('button', { name: '加入购物车' })).toBeVisible();
});

test('a degree opens its modules and VIP专享', async ({ page, signedIn, db }) => {
  const degree = await mintDegree(db);
  const [own, foreign, vip] = [
    await mintCourse(db, { degreeCourseId: degree.id }),
    await mintCourse(db, { degreeCourseId: (await mintDegree(db)).id }),
    await mintCourse(db, { courseType: 'vip' }),
  ];
  for (const course of [own, foreign, vip]) await mintChapter(db, course.id, 1, [{}]);
  await mintPaidOrder(db, signedIn.id, degree, opened());
  await page.goto('/learn');
  for (const course of [own, vip]) {
    await expect(page.getByRole('link', { name: `开始学习 ${course.name}` })).toBeVisible();
  }
  await page.getByRole('link', { name: `开始学习 ${own.name}` }).click();
  await expect(page.getByRole('article')).toContainText('正文');
  await page.goto(`/learn/${foreign.slug}`);
  await expect(page.getByRole('heading', { name: '这是学位课程的一个模块' })).toBeVisible();
});
