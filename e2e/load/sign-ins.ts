import { Browser, keepAlive, multipart } from './browser';
import { formWith, pressed } from './html-form';
import { type PreparedRequest } from './load-job';
import { run } from './processes';
import type { Shop } from './shop';

const PASSWORD = 'bench123456';

/** The sign-in form, filled in by so many students. Its answer is 303 with a session. */
export async function signInRequests(shop: Shop, usernames: readonly string[]): Promise<PreparedRequest[]> {
  const page = await new Browser(keepAlive(1), shop.url, '').open('/sign-in');
  const form = formWith(page, 'username');
  return usernames.map((username) => {
    const { type, body } = multipart(pressed(form, '登录', { username, password: PASSWORD }));
    const headers = { 'content-type': type, origin: shop.url };
    return { url: `${shop.url}/sign-in`, headers, body: body.toString('base64') };
  });
}

/** argon2id verifications a second, 32 at a time, in a process that does nothing else. */
export async function bareArgon2PerSecond(seconds: number): Promise<number> {
  const script = `
    import { hashPassword, verifyPassword } from './lib/auth/password.ts';
    const hashed = await hashPassword('${PASSWORD}');
    let done = 0;
    const until = performance.now() + ${seconds * 1000};
    const line = async () => { while (performance.now() < until) { await verifyPassword(hashed, '${PASSWORD}'); done++; } };
    const begun = performance.now();
    await Promise.all(Array.from({ length: 32 }, line));
    process.stdout.write(String(done / ((performance.now() - begun) / 1000)));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return Number(await run({ args, env: process.env }));
}
