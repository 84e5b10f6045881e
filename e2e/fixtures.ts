import { test as base } from 'playwright/test';
import { createDb, type Database } from '@/db/client';
import { PASSWORD, registerStudent } from '@/tests/support/account-factories';
import { unique } from '@/tests/support/factories';
import { SignInPage } from './pages/sign-in-page';
import { VirtualPhone } from './pages/virtual-phone';
import { Sandbox } from './sandbox';
import { startTestStack, type TestStack } from './stack';

export interface Student {
  readonly id: number;
  readonly username: string;
  readonly password: string;
}

interface WorkerFixtures {
  stack: TestStack;
  /** The database of this worker's shop: for minting what a test begins with, and for what no page shows. */
  db: Database;
}

interface TestFixtures {
  /** An account of this test's own. */
  student: Student;
  /** The same, signed in on `page`. */
  signedIn: Student;
  sandbox: Sandbox;
  /** A new person's phone, in a browser of its own. */
  phone: VirtualPhone;
}

/** As WeChat's browser calls itself: sites know it by the word MicroMessenger. */
const WECHAT_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50.2701 NetType/WIFI Language/zh_CN';

/** Whatever the test's own browser is told: the phone reads pictures with JavaScript. */
const PHONE = { userAgent: WECHAT_USER_AGENT, viewport: { width: 390, height: 780 }, javaScriptEnabled: true } as const;

/** Every worker has a shop of its own; `page.goto('/')` opens it. Tests mint their own accounts. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    // Playwright reads from this pattern which fixtures are needed: none, but it must be there.
    async ({ browserName: _browser }, use) => {
      const stack = await startTestStack();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  db: [
    async ({ stack }, use) => {
      const db = createDb(stack.databaseUrl, { max: 2 });
      await use(db);
      await db.$client.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ stack }, use) => use(stack.siteUrl),
  student: async ({ db }, use) => use({ ...(await registerStudent(db)), password: PASSWORD }),
  signedIn: async ({ page, student }, use) => {
    await new SignInPage(page).signIn(student);
    await use(student);
  },
  sandbox: async ({ stack }, use) => use(new Sandbox(stack.sandboxUrl)),
  phone: async ({ browser, sandbox }, use) => {
    const context = await browser.newContext(PHONE);
    await use(new VirtualPhone(await context.newPage(), sandbox, await sandbox.newPerson(unique('微信'))));
    await context.close();
  },
});

export { expect } from 'playwright/test';
