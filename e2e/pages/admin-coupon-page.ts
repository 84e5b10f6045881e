import { expect, type Page } from 'playwright/test';

/** /admin/coupons and what is below it. */
export class AdminCouponPage {
  constructor(private readonly page: Page) {}

  open(id: number, part: '' | '/edit' | '/grant' | '/codes' | '/records' = '') {
    return this.page.goto(`/admin/coupons/${id}${part}`);
  }

  /** Fills a 满减 into the form of a new coupon. */
  async fillThreshold(coupon: { name: string; minimum: string; value: string; quantity: string }): Promise<void> {
    await this.page.getByRole('radio', { name: '满减' }).check();
    await this.page.getByLabel('满（元）').fill(coupon.minimum);
    await this.page.getByLabel('减（元）', { exact: true }).fill(coupon.value);
    await this.page.getByLabel('名称', { exact: true }).fill(coupon.name);
    await this.page.getByLabel('数量').fill(coupon.quantity);
  }

  /** What the form says the example price would become. */
  preview() {
    return this.page.locator('section', { has: this.page.getByRole('heading', { name: '预览', exact: true }) });
  }

  async tryPrice(yuan: string): Promise<void> {
    await this.page.getByLabel('例如价格（元）').fill(yuan);
  }

  save() {
    return this.page.getByRole('button', { name: '保存优惠券' }).click();
  }

  /** The family's id, from the address of one of its pages. */
  id(): number {
    return Number(/\/admin\/coupons\/(\d+)/.exec(this.page.url())?.[1]);
  }

  async stop(): Promise<void> {
    await this.page.getByRole('button', { name: '停止发放', exact: true }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: '确认停止' }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** A file of the page, as text. */
  async download(): Promise<string> {
    const href = await this.page.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
    const answer = await this.page.request.get(href ?? '');
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    return answer.text();
  }
}
