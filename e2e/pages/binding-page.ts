import type { Locator, Page } from 'playwright/test';

/** 微信绑定, on its own page and as the last step of enrolling. */
export class BindingPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/account/wechat');
  }

  /** A picture of the QR that leads to the official account. */
  async followPicture(): Promise<Buffer> {
    return this.page.getByRole('img', { name: '路飞学城服务号的二维码' }).screenshot();
  }

  get qr(): Locator {
    return this.page.getByRole('img', { name: /^绑定账号的二维码/ });
  }

  async renew(): Promise<void> {
    await this.page.getByRole('button', { name: '换一个二维码' }).click();
  }

  async unbind(): Promise<void> {
    await this.page.getByRole('button', { name: '解除绑定' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: '解除绑定' }).click();
  }
}
