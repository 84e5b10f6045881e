import { expect, type Locator, type Page } from 'playwright/test';

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

  /** A picture of the binding QR; taken again if the page drew itself anew meanwhile. */
  async picture(): Promise<Buffer> {
    let picture: Buffer = Buffer.alloc(0);
    await expect(async () => {
      picture = await this.qr.screenshot({ timeout: 5000 });
    }).toPass();
    return picture;
  }

  /** Asks for another QR and waits until it is there. */
  async renew(): Promise<void> {
    const drawn = () => this.qr.evaluateAll((all) => all.map((one) => one.innerHTML).join(''));
    const before = await drawn();
    await this.page.getByRole('button', { name: '换一个二维码' }).click();
    await expect.poll(async () => ['', before].includes(await drawn())).toBe(false);
  }

  async unbind(): Promise<void> {
    await this.page.getByRole('button', { name: '解除绑定' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: '解除绑定' }).click();
  }
}
