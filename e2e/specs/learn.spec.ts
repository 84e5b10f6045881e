import type { Locator } from 'playwright/test';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { lessonWhere, SLUG, seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';

const DAY_MS = 24 * 60 * 60 * 1000;
const current = () => ({
  startsAt: new Date(Date.now() - DAY_MS),
  endsAt: new Date(Date.now() + 30 * DAY_MS),
  openedAt: new Date(Date.now() - DAY_MS),
});

const secondsOf = (video: Locator) => video.evaluate((element: HTMLVideoElement) => element.currentTime);

test.beforeEach(async ({ db, signedIn }) => {
  await mintPaidOrder(db, signedIn.id, await seededCourse(db), current());
});

test('a video goes on where it was left, and 继续学习 leads back to it', async ({ page, db }) => {
  const lesson = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'video' && !isFreeTrial);
  await page.goto(lesson.path);
  const video = page.getByLabel(lesson.name);
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  await expect.poll(() => secondsOf(video)).toBeGreaterThan(2);
  // Not the answer to the visit, which may be as late.
  const saved = page.waitForResponse((response) => response.request().postData()?.includes('positionSeconds') ?? false);
  await video.evaluate((element: HTMLVideoElement) => element.pause());
  expect((await saved).status()).toBe(204);

  await page.goto('/learn');
  await page.getByRole('link', { name: /^继续学习/ }).click();
  await expect(page).toHaveURL(lesson.path);
  await expect.poll(() => secondsOf(video)).toBeGreaterThanOrEqual(2);
});

test('a video watched to its end completes its section', async ({ page, db }) => {
  const lesson = await lessonWhere(db, ({ kind, isFreeTrial }) => kind === 'video' && !isFreeTrial);
  await page.goto(lesson.path);
  const video = page.getByLabel(lesson.name);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.duration)).toBeGreaterThan(1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    element.currentTime = element.duration - 0.5;
    return element.play();
  });
  await expect(page.getByRole('button', { name: '已完成，取消标记' })).toBeVisible();
});

test('the hint of an exercise is folded; sections lead to one another @phone', async ({ page, db }) => {
  const exercise = await lessonWhere(db, ({ kind }) => kind === 'exercise');
  await page.goto(exercise.path);
  const hint = page.getByRole('article').getByRole('group');
  await expect(hint.getByRole('listitem').first()).toBeHidden();
  await hint.getByText('卡住了？看看提示').click();
  await expect(hint.getByRole('listitem').first()).toBeVisible();

  await page.getByRole('link', { name: /^下一节/ }).click();
  await expect(page).not.toHaveURL(exercise.path);
  await page.getByRole('link', { name: /^上一节/ }).click();
  await expect(page).toHaveURL(exercise.path);
});

test('课件 is offered under the name of the course', async ({ page }) => {
  await page.goto(`/learn/${SLUG}`);
  const course = await page.getByRole('heading', { level: 1 }).textContent();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载课件' }).click();
  expect((await saving).suggestedFilename()).toContain(course?.split('：')[0] ?? '');
});
