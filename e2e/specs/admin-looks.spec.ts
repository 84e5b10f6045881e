import { checkPage, SCREENS } from '../check-page';
import { adminPaths, mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';

for (const { title, ...screen } of SCREENS) {
  test.describe(title, () => {
    test.use({ ...screen, reducedMotion: 'reduce' });

    test('every page of the dashboard', async ({ page, db }) => {
      test.setTimeout(480_000);
      await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
      for (const { path } of (await adminPaths(db)).filter((each) => each.isPage)) {
        expect.soft((await page.goto(path))?.status(), path).toBe(200);
        await checkPage(page, path);
      }
    });

    test('what opens on a click', async ({ page, student, db }) => {
      await new SignInPage(page).signIn(await mintSignIn(db, 'admin'));
      await page.goto('/admin');
      await page.getByText('按天查看数据').click();
      await expect(page.getByRole('row')).toHaveCount(31);
      await checkPage(page, 'the figures by day');
      await page.keyboard.press('Control+k');
      await page.getByLabel('去哪里，或找什么').fill('luffy');
      await checkPage(page, 'the quick jump');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/admin/users?q=luffy');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      if (screen.viewport.width < 1024) {
        await page.getByRole('button', { name: '打开导航' }).click();
        await checkPage(page, 'the navigation');
        await page.getByRole('link', { name: '审计' }).click();
        await expect(page).toHaveURL('/admin/audit');
        await expect(page.getByRole('navigation', { name: '后台导航' })).toHaveCount(0);
      }
      await page.goto(`/admin/users/${student.id}`);
      await page.getByRole('button', { name: '停用账号' }).click();
      await checkPage(page, 'the question before an account is closed');
      await page.getByRole('button', { name: '再想想' }).click();
      await page.getByRole('button', { name: '发放贝里' }).click();
      await checkPage(page, 'the form for 贝里');
    });
  });
}
