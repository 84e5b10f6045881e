import { expect, type Page } from 'playwright/test';

/** /admin/users/[id]. */
export class AdminUserPage {
  constructor(private readonly page: Page) {}

  open(accountId: number) {
    return this.page.goto(`/admin/users/${accountId}`);
  }

  /** Presses a button that asks first, and answers with `answer`. */
  async confirm(button: string, answer: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: answer, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  async giveBeli(amount: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '发放贝里', exact: true }).click();
    await this.fillBeli(amount, reason);
    await this.page.getByRole('button', { name: '确认发放' }).click();
  }

  /** Into the form that is open. */
  async fillBeli(amount: string, reason: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('贝里数量').fill(amount);
    await dialog.getByLabel('原因').fill(reason);
  }

  /** A panel of the page, by its title. */
  panel(title: string) {
    return this.page.locator('section', { has: this.page.getByRole('heading', { name: title, exact: true }) }).first();
  }
}
