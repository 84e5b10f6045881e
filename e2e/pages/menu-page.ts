import type { Locator, Page } from 'playwright/test';

/** The dashboard's editor of the official account's menu. */
export class MenuPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/admin/wechat/menu');
    await this.page.getByRole('button', { name: /^(添加按钮|最多 3 个按钮)$/ }).waitFor();
  }

  /** An empty editor. */
  async clear(): Promise<void> {
    const first = this.page.getByRole('button', { name: '删除第 1 个按钮', exact: true });
    while ((await first.count()) > 0) await first.click();
  }

  /** The fields of a button, counted from 1. */
  button(place: number): Locator {
    return this.page.getByRole('group', { name: `第 ${place} 个按钮`, exact: true });
  }

  item(place: number, item: number): Locator {
    return this.page.getByRole('group', { name: `第 ${place} 个按钮的第 ${item} 项`, exact: true });
  }

  async addButton(): Promise<void> {
    await this.page.getByRole('button', { name: '添加按钮' }).click();
  }

  async addItem(place: number): Promise<void> {
    await this.button(place).getByRole('button', { name: '添加二级菜单项' }).click();
  }

  async fill(fields: Locator, name: string, type: string, target?: string): Promise<void> {
    await fields.getByLabel('名称').first().fill(name);
    await fields.getByLabel('点它之后').first().selectOption(type);
    if (type === '打开网页' && target) await fields.getByLabel('网页').first().fill(target);
    if (type === '回复消息' && target) await fields.getByLabel('回复什么').first().selectOption(target);
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发布', exact: true }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '存为草稿' }).click();
  }
}
