import type { Locator, Page } from 'playwright/test';

/** 领券中心, where coupons are claimed by click and by code. */
export class CouponPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/coupons');
    await this.page.getByRole('heading', { name: '领券中心', level: 1 }).waitFor();
  }

  ticket(name: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  claimButton(name: string): Locator {
    return this.page.getByRole('button', { name: `领取「${name}」` });
  }

  /** What is claimed shows at once; it is kept when the server has answered. */
  async claim(name: string): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.request().method() === 'POST');
    await this.claimButton(name).click();
    await answer;
  }

  async redeem(code: string): Promise<void> {
    await this.page.getByLabel('兑换码').fill(code);
    await this.page.getByRole('button', { name: '兑换', exact: true }).click();
  }
}

/** 我的优惠券. */
export class WalletPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/account/coupons');
    await this.page.getByRole('heading', { name: '我的优惠券', level: 2 }).waitFor();
  }

  async choose(tab: '可用' | '已锁定' | '已使用' | '已过期'): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${tab} \\d+$`) }).click();
    await this.page
      .getByRole('link', { name: new RegExp(`^${tab} \\d+$`) })
      .and(this.page.locator('[aria-current=page]'))
      .waitFor();
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: '优惠券状态' }).getByRole('link', { name });
  }

  ticket(name: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }
}
