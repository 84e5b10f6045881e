import { expect, type Page } from 'playwright/test';

/** 微信登录: from the sign-in page, by a QR or, inside WeChat, at once. */
export class WechatSignInPage {
  constructor(private readonly page: Page) {}

  /** Presses the button on the sign-in page. */
  async begin(callbackUrl = '/account'): Promise<void> {
    await this.page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await this.page.getByRole('button', { name: '微信登录' }).click();
  }

  /** A picture of the QR. */
  async picture(): Promise<Buffer> {
    const qr = this.page.getByRole('img', { name: /^登录的二维码/ });
    await expect(qr).toBeVisible();
    return qr.screenshot();
  }

  /** Puts a name and a password in the place of what WeChat brought. */
  async complete(username: string, password: string): Promise<void> {
    await this.page.goto('/account');
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByRole('button', { name: '设置用户名' }).click();
    await expect(this.page.getByLabel('用户名')).toHaveCount(0);
    await this.page.goto('/account/security');
    await this.page.getByLabel('新密码').fill(password);
    await this.page.getByRole('button', { name: '设置密码' }).click();
    await expect(this.page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  }
}
