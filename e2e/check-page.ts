import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** The ways in which every page is looked at. */
export const SCREENS = [
  { title: '1280 px, light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { title: '1280 px, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { title: '375 px, light', viewport: { width: 375, height: 740 }, colorScheme: 'light' },
  { title: '375 px, dark', viewport: { width: 375, height: 740 }, colorScheme: 'dark' },
] as const;

/** What axe finds, as `rule: where`. Nothing moves meanwhile: a toast that is half faded away has too little contrast. */
async function findings(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

export async function expectNothingFound(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
}

/** Nothing axe can find, nothing that sticks out sideways. The page that is open is looked at as it stands. */
export async function checkPage(page: Page, where: string): Promise<void> {
  // An open dialog hides the page behind it from screen readers.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
  expect.soft(await findings(page), where).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${where} scrolls sideways`).toBe(0);
}
