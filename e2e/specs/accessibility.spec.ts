import { checkPage, SCREENS } from '../check-page';
import { ownPages, publicPages } from '../data/states';
import { expect, test } from '../fixtures';
import { CartPage } from '../pages/cart-page';
import { EnrolPage } from '../pages/enrol-page';

for (const { title, ...screen } of SCREENS) {
  test.describe(title, () => {
    test.use({ ...screen, reducedMotion: 'reduce' });

    test('what everyone sees', async ({ page, db }) => {
      test.slow();
      for (const { path, status = 200 } of await publicPages(db)) {
        const response = await page.goto(path);
        expect.soft(response?.status(), path).toBe(status);
        await checkPage(page, path);
      }
    });

    test('what a student sees', async ({ page, signedIn, db }) => {
      test.slow();
      for (const { path } of await ownPages(db, signedIn.id)) {
        const response = await page.goto(path);
        expect.soft(response?.status(), path).toBe(200);
        await checkPage(page, path);
      }
    });

    test('what comes after a click', async ({ page, signedIn, db }) => {
      test.slow();
      const enrol = (await ownPages(db, signedIn.id)).find(({ path }) => path.startsWith('/enrol/'))?.path ?? '';
      await new CartPage(page).open();
      await new CartPage(page).checkOut();
      await checkPage(page, '/settlement');
      await page.goto(enrol);
      await page.getByRole('button', { name: '提交报名表' }).click();
      await expect(page.getByLabel('姓名')).toHaveAttribute('aria-invalid', 'true');
      await checkPage(page, 'the 报名表 with errors');
      await new EnrolPage(page).submit();
      await expect(page.getByRole('heading', { name: '报名表已提交，课程已开通' })).toBeVisible();
      await checkPage(page, 'the 报名表 sent');
    });
  });
}
