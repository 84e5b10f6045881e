import { expect, type Locator, type Page } from 'playwright/test';

/** /admin/reconciliation and what is below it. */
export class ReconciliationPage {
  constructor(private readonly page: Page) {}

  /** Has a day's bill read, and waits for the worker. */
  async reconcile(day: string): Promise<void> {
    await this.page.goto('/admin/reconciliation');
    await this.page.getByLabel('账单日期').fill(day);
    await this.page.getByRole('button', { name: '下载并核对' }).click();
    await expect(this.page.getByText('已开始核对').first()).toBeVisible();
  }

  /** Opens the day until the worker has compared it. */
  async openMatched(day: string): Promise<void> {
    await expect(async () => {
      await this.page.goto(`/admin/reconciliation/${day}`);
      await expect(this.page.getByRole('heading', { level: 1 })).toContainText('已核对', { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
  }

  /** The list of differences of the day that is open. */
  cases(): Locator {
    return this.page.getByRole('table', { name: '差异' });
  }

  async openCase(number: string): Promise<void> {
    await this.cases().getByRole('link', { name: number }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(number);
  }

  /** Answers the question of a button that asks. */
  async confirm(trigger: string, confirm = trigger): Promise<void> {
    await this.page.getByRole('button', { name: trigger, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: confirm }).click();
  }

  /** Says that a difference needs nothing, and why. */
  async close(reason: string): Promise<void> {
    await this.page.getByText('不用处理，写明原因后了结').click();
    await this.page.getByLabel('原因').last().fill(reason);
    await this.page.getByRole('button', { name: '了结', exact: true }).click();
  }
}
