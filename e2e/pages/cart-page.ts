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

  async choosePeriod(name: string, label: string): Promise<void> {
    await this.answered(async () => {
      await this.period(name).selectOption({ label });
    });
  }

  async toggle(box: Locator): Promise<void> {
    await this.answered(() => box.click());
  }

  async remove(name: string): Promise<void> {
    await this.answered(() => this.page.getByRole('button', { name: `移除「${name}」` }).click());
  }

  async checkOut(): Promise<void> {
    await this.page.getByRole('button', { name: '去结算' }).click();
    await this.page.waitForURL('**/settlement');
  }

  /** What is done here shows at once; it is kept when the server has answered. */
  private async answered(act: () => Promise<void>): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.request().method() === 'POST');
    await act();
    await answer;
  }
}
