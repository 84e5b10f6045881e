import type { Page } from 'playwright/test';

const FORM = { name: '蒙奇路飞', phone: '138 1234 5678', education: '本科', goal: '想转行做后端开发，半年内入职' };

/** The 报名表 of a paid order. */
export class EnrolPage {
  constructor(private readonly page: Page) {}

  /** Fills the form in, `changes` over sound values, and sends it. */
  async submit(changes: Partial<typeof FORM> = {}): Promise<void> {
    const { name, phone, education, goal } = { ...FORM, ...changes };
    await this.page.getByLabel('姓名').fill(name);
    await this.page.getByLabel('手机').fill(phone);
    await this.page.getByLabel('学历').selectOption(education);
    await this.page.getByLabel('学习目标').fill(goal);
    await this.page.getByRole('button', { name: '提交报名表' }).click();
  }
}
