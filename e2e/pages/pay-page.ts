import type { Locator, Page } from 'playwright/test';

export class PayPage {
  constructor(private readonly page: Page) {}

  async open(orderNo: string): Promise<void> {
    await this.page.goto(`/pay/${orderNo}`);
  }

  /** To Alipay's cashier. */
  async pay(): Promise<void> {
    await this.page.getByRole('button', { name: '去支付' }).click();
    await this.page.waitForURL(/\/cashier\//);
  }

  get confirm(): Locator {
    return this.page.getByRole('button', { name: '我已支付' });
  }

  /** Presses 我已支付 for a paid order; the worker asks Alipay after a minute, and then the page goes on by itself. */
  async settle(orderNo: string): Promise<void> {
    const gone = this.page.waitForURL(`**/enrol/${orderNo}`);
    await Promise.race([gone, this.confirm.click()]);
    await gone;
  }

  async cancelOrder(): Promise<void> {
    await this.page.getByRole('button', { name: '取消订单' }).click();
    await this.page.getByRole('button', { name: '确认取消' }).click();
  }
}
