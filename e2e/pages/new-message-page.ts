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
    await this.page.getByRole('link', { name: title, exact: true }).click();
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

  async pasteList(list: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^按名单发/ }).check();
    await this.page.getByLabel('名单', { exact: true }).fill(list);
  }

  /** `at`: what a datetime field says, by a clock in Beijing. */
  async schedule(at: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^定时/ }).check();
    await this.page.getByLabel('发送时间（北京时间）').fill(at);
  }

  async tryOnMyself(): Promise<void> {
    await this.page.getByRole('button', { name: '先发给自己' }).click();
    await this.page.getByText('已发给你自己').waitFor();
  }

  async press(words = '发送给'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${words}`) }).click();
  }

  /** Says yes to the question, and comes to the campaign's page unless it is refused. */
  async confirm(words = '确认发送', isTaken = true): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: words }).click();
    if (isTaken) await this.page.waitForURL(/\/admin\/messages\/\d+$/);
  }
}
