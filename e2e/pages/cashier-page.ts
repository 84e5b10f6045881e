import type { Page } from 'playwright/test';

/** The buyer's side of the sandbox. */
export class CashierPage {
  constructor(private readonly page: Page) {}

  async outTradeNo(): Promise<string> {
    return (await this.page.locator('dt:text-is("商户订单号") + dd').textContent()) ?? '';
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: '确认付款' }).click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: '取消' }).click();
  }
}
