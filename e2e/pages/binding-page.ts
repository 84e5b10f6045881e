import { expect, type Locator, type Page } from 'playwright/test';

/** 微信绑定, on its own page and as the last step of enrolling. */
export class BindingPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/account/wechat');
  }

  /** A picture of the QR that leads to the official account, the first of the two steps. */
  async followPicture(): Promise<Buffer> {
    return this.pictureOf(this.page.getByRole('img', { name: '路飞学城服务号的二维码' }));
  }

  /** A picture of the QR that binds, the second of the two steps. */
  async picture(): Promise<Buffer> {
    return this.pictureOf(this.page.getByRole('img', { name: /^绑定账号的二维码/ }));
  }

  /** The QR that is offered first: it follows and binds. */
  get qr(): Locator {
    return this.page.getByRole('img', { name: /^关注并绑定的二维码/ });
  }

  /** A picture of it; taken again if the page drew itself anew meanwhile. */
  async onePicture(): Promise<Buffer> {
    let picture: Buffer = Buffer.alloc(0);
    await expect(async () => {
      picture = await this.qr.screenshot({ timeout: 5000 });
    }).toPass({ timeout: 60_000 });
    return picture;
  }

  /** The two steps are folded away: unfolds them first. */
  private async pictureOf(qr: Locator): Promise<Buffer> {
    let picture: Buffer = Buffer.alloc(0);
    await expect(async () => {
      if (!(await qr.isVisible())) await this.page.getByText('扫不了？分两步绑定').click({ timeout: 5000 });
      picture = await qr.screenshot({ timeout: 5000 });
    }).toPass({ timeout: 60_000 });
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
