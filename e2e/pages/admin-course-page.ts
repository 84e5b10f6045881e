import { expect, type Locator, type Page } from 'playwright/test';

/** /admin/courses/[id] and the pages beside it. */
export class AdminCoursePage {
  constructor(private readonly page: Page) {}

  async open(id: number, part: '' | '/prices' | '/chapters' | '/texts' = ''): Promise<void> {
    await this.page.goto(`/admin/courses/${id}${part}`);
  }

  /** The row of a period: 1 个月. */
  price(period: string): Locator {
    return this.page.getByRole('row', { name: period });
  }

  async changePrice(period: string, yuan: string): Promise<void> {
    const row = this.price(period);
    await row.getByRole('textbox').fill(yuan);
    await row.getByRole('button', { name: `修改${period}的价格` }).click();
  }

  async addPrice(period: string, yuan: string): Promise<void> {
    await this.page.getByLabel('有效期', { exact: true }).selectOption(period);
    await this.page.getByLabel('价格（元）', { exact: true }).fill(yuan);
    await this.page.getByRole('button', { name: '添加价格' }).click();
    await expect(this.price(period)).toBeVisible();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '上线', exact: true }).click();
  }

  async unpublish(): Promise<void> {
    await this.page.getByRole('button', { name: '下线', exact: true }).click();
    await this.page.getByRole('button', { name: '确认下线' }).click();
  }

  async fillIn(values: Readonly<Record<string, string>>): Promise<void> {
    const main = this.page.getByRole('main');
    for (const [label, value] of Object.entries(values)) await main.getByLabel(label, { exact: true }).fill(value);
  }
}
