import type { Page } from 'playwright/test';

/** /account/security */
export class SecurityPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/account/security');
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.page.getByLabel('当前密码').fill(current);
    await this.page.getByLabel('新密码').fill(next);
    await this.page.getByRole('button', { name: '修改密码' }).click();
  }
}
