import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';

/** 邀请好友, /account/invite. */
export class InvitePage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/account/invite');
  }

  link(): Promise<string> {
    return this.page.getByLabel('我的邀请链接', { exact: true }).inputValue();
  }

  get qr(): Locator {
    return this.page.getByRole('img', { name: '我的邀请二维码' });
  }

  /** Who came, newest first. */
  get friends(): Locator {
    return this.page
      .locator('section', { has: this.page.getByRole('heading', { name: '谁加入了' }) })
      .locator('ul > li');
  }

  /** What a click saves, as Latin-1 text. */
  async download(control: Locator): Promise<string> {
    const [saved] = await Promise.all([this.page.waitForEvent('download'), control.click()]);
    return readFile(await saved.path(), 'utf8');
  }
}
