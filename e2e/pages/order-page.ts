import type { Locator, Page } from 'playwright/test';

/** /orders/[orderNo], and the pages below it. */
export class OrderPage {
  constructor(private readonly page: Page) {}

  async open(orderNo: string): Promise<void> {
    await this.page.goto(`/orders/${orderNo}`);
  }

  /** What happened to the order, the first first. */
  get timeline(): Locator {
    return this.page
      .locator('section', { has: this.page.getByRole('heading', { name: '订单进度' }) })
      .getByRole('listitem');
  }

  /** The part with its refunds. */
  get refunds(): Locator {
    return this.page.locator('section', { has: this.page.getByRole('heading', { name: '退款', exact: true }) });
  }

  /** From the order's page: ticks the courses, says why and sends it. */
  async askRefund(courses: readonly string[], reason: string): Promise<void> {
    await this.page.getByRole('link', { name: '申请退款' }).click();
    for (const name of courses) await this.page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
    await this.page.getByLabel('退款原因').fill(reason);
    await this.page.getByRole('button', { name: '提交申请' }).click();
    await this.page.waitForURL(/\/orders\/\d+$/);
  }
}
