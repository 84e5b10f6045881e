import type { Locator, Page } from 'playwright/test';

export class CartPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/cart');
    await this.page.getByRole('heading', { name: '购物车', exact: true }).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: `移除「${name}」` }) });
  }

  check(name: string): Locator {
    return this.page.getByRole('checkbox', { name: `选择「${name}」` });
  }

  get all(): Locator {
    return this.page.getByRole('checkbox', { name: /^全选/ });
  }

  period(name: string): Locator {
    return this.page.getByRole('combobox', { name: `「${name}」的有效期` });
  }

  /** The count and the sum, wherever the screen has room for them. */
  get total(): Locator {
    const summary = this.page.getByRole('complementary', { name: '合计' });
    return summary.getByRole('paragraph').filter({ hasText: /已选 \d+ 门/, visible: true });
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `移除「${name}」` }).click();
  }

  async checkOut(): Promise<void> {
    await this.page.getByRole('button', { name: '去结算' }).click();
    await this.page.waitForURL('**/settlement');
  }
}
