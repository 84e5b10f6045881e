import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { ownPages, publicPages } from '../data/states';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { EnrolPage } from '../pages/enrol-page';

const SCREENS = [
  { title: '1280 px, light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { title: '1280 px, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { title: '375 px, light', viewport: { width: 375, height: 740 }, colorScheme: 'light' },
  { title: '375 px, dark', viewport: { width: 375, height: 740 }, colorScheme: 'dark' },
] as const;

/** Nothing axe can find, nothing that sticks out sideways. The page that is open is looked at as it stands. */
async function check(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect.soft(found, where).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${where} scrolls sideways`).toBe(0);
}

for (const { title, ...screen } of SCREENS) {
  test.describe(title, () => {
    test.use({ ...screen, reducedMotion: 'reduce' });

    test('what everyone sees', async ({ page, db }) => {
      test.slow();
      for (const { path, status = 200 } of await publicPages(db)) {
        const response = await page.goto(path);
        expect.soft(response?.status(), path).toBe(status);
        await check(page, path);
      }
    });

    test('what a student sees', async ({ page, signedIn, db }) => {
      test.slow();
      for (const { path } of await ownPages(db, signedIn.id)) {
        const response = await page.goto(path);
        expect.soft(response?.status(), path).toBe(200);
        await check(page, path);
      }
    });

    test('what comes after a click', async ({ page, signedIn, db }) => {
      test.slow();
      const enrol = (await ownPages(db, signedIn.id)).find(({ path }) => path.startsWith('/enrol/'))?.path ?? '';
      await new CartPage(page).open();
      await new CartPage(page).checkOut();
      await check(page, '/settlement');
      await page.goto(enrol);
      await page.getByRole('button', { name: '提交报名表' }).click();
      await expect(page.getByLabel('姓名')).toHaveAttribute('aria-invalid', 'true');
      await check(page, 'the 报名表 with errors');
      await new EnrolPage(page).submit();
      await expect(page.getByRole('heading', { name: '报名表已提交，课程已开通' })).toBeVisible();
      await check(page, 'the 报名表 sent');
    });
  });
}
