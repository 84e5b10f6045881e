import type { Locator, Page } from 'playwright/test';

/** 写新消息, in the dashboard. */
export class NewMessagePage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/admin/messages/new');
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
    await this.page.getByRole('button', { name: '查找' }).click();
    await this.page.waitForURL((url) => url.searchParams.get('q') === text);
  }

  async pick(nickname: string): Promise<void> {
    await this.page.getByLabel(`挑选 ${nickname}`, { exact: true }).check();
  }

  async everyoneWhoFits(): Promise<void> {
    await this.page.getByRole('radio', { name: /^发给全部符合条件的/ }).check();
  }

  async useTemplate(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title }).click();
    await this.page.waitForURL(/template=/);
  }

  /** By label. */
  async enter(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  get preview(): Locator {
    return this.page.getByRole('figure', { name: '手机上的样子' });
  }

  async press(): Promise<void> {
    await this.page.getByRole('button', { name: /^发送给/ }).click();
  }

  /** Says yes to the question, and comes to the campaign's page. */
  async confirm(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: '确认发送' }).click();
    await this.page.waitForURL(/\/admin\/messages\/\d+$/);
  }
}
