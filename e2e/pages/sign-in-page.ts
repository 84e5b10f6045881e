import type { Page } from 'playwright/test';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** /sign-in and /register, which ask for the same two things. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  /** From the sign-in page to where it leads. */
  async signIn(credentials: Credentials): Promise<void> {
    await this.page.goto('/sign-in');
    await this.submit(credentials, '登录');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  /** Fills in the form that is open and sends it. */
  async submit({ username, password }: Credentials, button: '登录' | '注册'): Promise<void> {
    const form = this.page.getByRole('main').locator('form');
    await form.getByLabel('用户名').fill(username);
    await form.getByLabel('密码', { exact: true }).fill(password);
    await form.getByRole('button', { name: button, exact: true }).click();
  }
}
