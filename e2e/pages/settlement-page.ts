import type { Locator, Page } from 'playwright/test';

export class SettlementPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/settlement');
  }

  line(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name }) });
  }

  /** A coupon, or 不使用, of the line. */
  lineCoupon(product: string, coupon: string): Locator {
    return this.line(product).getByRole('radio', { name: coupon });
  }

  orderCoupon(coupon: string): Locator {
    return this.page.getByRole('group', { name: '选择一张全场券' }).getByRole('radio', { name: coupon });
  }

  /** A coupon of the wallet that cannot be used: on the tab 不可用, which has to be open. */
  unusableCoupon(coupon: string): Locator {
    return this.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: coupon });
  }

  /** The tab 可用 or 不可用 of a place: 选择一张全场券, or 课程券，用于「…」. */
  tab(place: string, name: '可用' | '不可用'): Locator {
    return this.page.getByRole('tablist', { name: place }).getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  period(product: string): Locator {
    return this.page.getByRole('combobox', { name: `「${product}」的有效期` });
  }

  /** What says whether the coupons in use are the best ones. */
  bestNotice(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text);
  }

  async restoreBest(): Promise<void> {
    await this.page.getByRole('button', { name: '恢复最优' }).click();
  }

  /** 「为什么是这个价」, unfolded. */
  async explanation(): Promise<Locator> {
    const details = this.page.getByRole('group').filter({ hasText: '为什么是这个价' });
    await details.getByText('为什么是这个价').click();
    return details;
  }

  /** A row of what changed since the page was shown, as `what before now`. */
  difference(what: string): Locator {
    return this.page.getByRole('table', { name: '价格变化' }).getByRole('row', { name: what });
  }

  async useBeli(amount: number): Promise<void> {
    await this.page.getByLabel('使用数量').fill(String(amount));
    await this.page.getByRole('button', { name: '使用', exact: true }).click();
  }

  async useAllBeli(): Promise<void> {
    await this.page.getByRole('button', { name: '全部使用' }).click();
  }

  /** The rows of the breakdown as `label amount`: 应付 ¥1.00. */
  amount(label: '原价' | '课程券' | '全场券' | '贝里' | '应付'): Locator {
    const panel = this.page.getByRole('complementary', { name: '应付金额' });
    return panel.locator(`dt:has-text("${label}") + dd`);
  }

  get submit(): Locator {
    return this.page.getByRole('button', { name: '提交订单' });
  }

  /** Leads to the payment; gives the order's number. */
  async placeOrder(): Promise<string> {
    await this.submit.click();
    await this.page.waitForURL(/\/(pay|enrol)\/\d+$/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
