import { test as base } from 'playwright/test';
import { startTestStack, type TestStack } from './stack';

/** Every worker has a shop of its own; `page.goto('/')` opens it. Tests mint their own accounts. */
export const test = base.extend<object, { stack: TestStack }>({
  stack: [
    // Playwright reads from this pattern which fixtures are needed: none, but it must be there.
    async ({ browserName: _ }, use) => {
      const stack = await startTestStack();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ stack }, use) => use(stack.siteUrl),
});

export { expect } from 'playwright/test';
