import type { Page } from 'playwright/test';

/** A course or a degree with its price policies. */
export class ProductPage {
  constructor(private readonly page: Page) {}

  async open(slug: string, kind: 'courses' | 'degrees' = 'courses'): Promise<void> {
    await this.page.goto(`/${kind}/${slug}`);
  }

  /** `period` as it is written: 1 个月. */
  async choosePeriod(period: string): Promise<void> {
    await this.page.getByRole('radio', { name: period }).check();
  }

  async addToCart(): Promise<void> {
    await this.page.getByRole('button', { name: '加入购物车' }).click();
    await this.page.getByRole('status').filter({ hasText: '已加入购物车' }).waitFor();
  }

  async buyNow(): Promise<void> {
    await this.page.getByRole('button', { name: '立即购买' }).click();
  }
}
