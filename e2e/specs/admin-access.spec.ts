import type { APIRequestContext } from 'playwright/test';
import { auditLog } from '@/db/schema';
import { adminActions, adminPaths, mintSecret, mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { runningStack } from '../stack';

test('a visitor is asked to sign in, and would come back', async ({ request, db }) => {
  for (const { path } of await adminPaths(db)) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(307);
    const target = new URL(answer.headers().location ?? '', 'http://shop');
    expect.soft([target.pathname, target.searchParams.get('callbackUrl')], path).toEqual(['/sign-in', path]);
  }
});

test('a cookie that is nobody’s comes back to the very page, too', async ({ request }) => {
  const headers = { cookie: 'luffy.session=forged' };
  const answer = await request.get('/admin/users?q=1', { headers, maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toBe('/sign-in?callbackUrl=%2Fadmin%2Fusers%3Fq%3D1');
});

for (const role of ['student', 'mentor'] as const) {
  test(`a ${role} gets nothing of the dashboard`, async ({ page, student, db }) => {
    test.slow();
    await new SignInPage(page).signIn(role === 'student' ? student : await mintSignIn(db, role));
    const secret = await mintSecret(db);
    for (const { path } of await adminPaths(db)) {
      const answer = await page.request.get(path);
      expect.soft(answer.status(), path).toBe(403);
      expect.soft(await answer.text(), path).not.toContain(secret);
      // What a link of the site would fetch.
      const parts = await page.request.get(path, { headers: { rsc: '1' } });
      expect.soft(await parts.text(), path).not.toContain(secret);
    }
    await page.goto('/admin');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这片海域不对你开放');
    await expect(page.getByRole('navigation', { name: '后台导航' })).toHaveCount(0);
  });
}

const call = (request: APIRequestContext, action: { id: string; page: string }) =>
  request.post(action.page, {
    headers: { 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8' },
    data: '[]',
    maxRedirects: 0,
  });

test('no action of the dashboard runs for anyone else', async ({ page, request, signedIn, db }) => {
  test.skip(runningStack() !== undefined, 'the actions are listed by a build');
  const actions = adminActions();
  expect(actions.length).toBeGreaterThan(3);
  const before = await db.$count(auditLog);
  for (const action of actions) {
    expect.soft((await call(page.request, action)).status(), action.name).toBe(403);
    const visitor = await call(request, action);
    expect.soft(visitor.headers()['x-action-redirect'], action.name).toMatch(/^\/sign-in\?/);
  }
  expect(await db.$count(auditLog)).toBe(before);
  expect(signedIn.id).toBeGreaterThan(0);
});
