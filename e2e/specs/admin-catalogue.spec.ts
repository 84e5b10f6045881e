import type { Page } from 'playwright/test';
import { adminCtx } from '@/tests/support/account-factories';
import { courseForm, mintSubCategory, publishedCourse } from '@/tests/support/catalogue-factories';
import { unique } from '@/tests/support/factories';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { AdminCoursePage } from '../pages/admin-course-page';
import { SignInPage } from '../pages/sign-in-page';

// Pages of the site are kept until a tag expires, for good without one; every process knows of it within a second.
const MOMENT = { timeout: 60_000 };

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a new price and the end of the sale are on the site within a moment', async ({ page, browser, db, baseURL }) => {
  const { id, form } = await publishedCourse(await adminCtx(db));
  const site = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await site.goto(`/courses/${form.slug}`);
  await expect(site.getByRole('main')).toContainText('¥99.00');

  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await page.goto(`/admin/courses?q=${form.slug}`);
  await page.getByRole('link', { name: form.slug }).click();
  await page.getByRole('link', { name: '价格', exact: true }).click();
  const course = new AdminCoursePage(page);
  await course.changePrice('1 个月', '1e2');
  await expect(course.price('1 个月').getByRole('textbox')).toHaveValue('1e2');
  await expect(course.price('1 个月')).toContainText('价格应写成 199 或 199.00');
  await course.changePrice('1 个月', '128.5');
  await expect(page.getByText('价格已修改')).toBeVisible();
  await expect(course.price('1 个月').getByRole('textbox')).toHaveValue('128.50');
  await expect(async () => {
    await site.reload();
    await expect(site.getByRole('main')).toContainText('¥128.50', { timeout: 1000 });
  }).toPass(MOMENT);

  await course.unpublish();
  await expect(page.getByText('已下线', { exact: true })).toBeVisible();
  await expect(async () => {
    await site.reload();
    await expect(heading(site)).toContainText('已下线', { timeout: 1000 });
  }).toPass(MOMENT);
  await site.close();

  await course.open(id);
  const trail = page.getByRole('table', { name: '操作记录' }).getByRole('row');
  await expect(trail.nth(1)).toContainText('上线与下线');
  await expect(trail.nth(2)).toContainText('改价');
});

test('a course is made, refused while it lacks something, and published', async ({ page, db }) => {
  const other = await publishedCourse(await adminCtx(db));
  const form = courseForm((await mintSubCategory(db)).id, { name: unique('新课') });
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await page.goto('/admin/courses/new');
  const course = new AdminCoursePage(page);
  await course.fillIn({
    名称: form.name,
    网址: other.form.slug,
    简介: form.brief,
    封面字符: form.coverGlyph,
    封面色相: '200',
    '课时（小时）': '12',
    '建议周期（天）': '30',
    口号: form.slogan,
    为什么学: form.whyStudy,
    学什么: form.whatToStudyBrief,
    对职业的帮助: form.careerImprovement,
    先修要求: form.prerequisite,
  });
  await page.getByLabel('子分类').selectOption(String(form.subCategoryId));
  await page.getByRole('button', { name: '创建课程' }).click();
  await expect(page.getByText('这个网址已被使用，请换一个').first()).toBeVisible();
  await expect(page.getByLabel('网址')).toBeFocused();
  await expect(page.getByLabel('名称')).toHaveValue(form.name);
  await expect(page.getByLabel('子分类')).toHaveValue(String(form.subCategoryId));
  await page.getByLabel('网址').fill(form.slug);
  await page.getByRole('button', { name: '创建课程' }).click();
  await expect(heading(page)).toContainText(form.name);

  await course.publish();
  await expect(page.getByText('还没有价格，请先添加价格再上线')).toBeVisible();
  await page.getByRole('link', { name: '价格', exact: true }).click();
  await course.addPrice('3 个月', '199');
  await course.publish();
  await expect(page.getByText('已上线', { exact: true })).toBeVisible();
  await page.goto(`/courses/${form.slug}`);
  await expect(heading(page)).toHaveText(form.name);
  await expect(page.getByRole('main')).toContainText('¥199.00');
});

test('two administrators do not overwrite each other unknowingly', async ({ page, browser, db, baseURL }) => {
  const { id, form } = await publishedCourse(await adminCtx(db));
  const second = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
  await new SignInPage(second).signIn(await mintSignIn(db, 'admin'));
  const [mine, theirs] = [new AdminCoursePage(page), new AdminCoursePage(second)];
  await mine.open(id);
  await theirs.open(id);
  await theirs.fillIn({ 口号: '他们的口号' });
  await second.getByRole('button', { name: '保存课程' }).click();
  await expect(second.getByText('课程已保存')).toBeVisible();
  await second.close();

  await mine.fillIn({ 简介: '我的简介' });
  await page.getByRole('button', { name: '保存课程' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '有人改过这里' })).toContainText('简介、口号');
  await expect(page.getByLabel('简介', { exact: true })).toHaveValue('我的简介');
  await expect(page.getByLabel('口号')).toHaveValue(form.slogan);
  // Having read it, one may.
  await page.getByRole('button', { name: '保存课程' }).click();
  await expect(page.getByText('课程已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('简介', { exact: true })).toHaveValue('我的简介');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('prices, questions and chapters are kept all the same', async ({ page, db }) => {
    const { id } = await publishedCourse(await adminCtx(db));
    await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
    const course = new AdminCoursePage(page);
    await course.open(id, '/prices');
    await course.changePrice('1 个月', '一百');
    await expect(course.price('1 个月')).toContainText('价格应写成 199 或 199.00');
    await expect(course.price('1 个月').getByRole('textbox')).toHaveValue('一百');
    await course.changePrice('1 个月', '100');
    await expect(course.price('1 个月').getByRole('textbox')).toHaveValue('100.00');

    await course.open(id, '/texts');
    for (const question of ['甲', '乙']) {
      await page.getByLabel('问题').last().fill(`${question}？`);
      await page.getByLabel('回答').last().fill('答。');
      await page.getByRole('button', { name: '添加问答' }).click();
      await expect(page.getByText(`${question}？`, { exact: true })).toBeVisible();
    }
    await page.getByRole('button', { name: '上移「乙？」' }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /[甲乙]？/ })
        .first(),
    ).toContainText('乙？');

    await course.open(id, '/chapters');
    await course.fillIn({ 章名: '第一步', 本章简介: '从这里开始。' });
    await page.getByRole('button', { name: '添加章节' }).click();
    await expect(heading(page)).toHaveText('第 1 章 第一步');
  });
});
