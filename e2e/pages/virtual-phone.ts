import { type Locator, type Page } from 'playwright/test';
import type { Sandbox, WechatPerson } from '@/e2e/sandbox';

/** Somebody's phone with WeChat: it scans pictures of QR codes, opens pages, gets messages. */
export class VirtualPhone {
  constructor(
    readonly page: Page,
    private readonly sandbox: Sandbox,
    readonly person: WechatPerson,
  ) {}

  /** Points the camera at a picture, and goes where its QR leads. */
  async scan(picture: Buffer): Promise<void> {
    await this.page.goto(this.sandbox.phoneUrl(this.person, 'scan'));
    const file = { name: 'qr.png', mimeType: 'image/png', buffer: picture };
    await this.page.locator('input[type=file]').setInputFiles(file);
    await this.page.waitForURL((url) => !url.pathname.endsWith('/scan'));
  }

  /** On the account's card, to which its QR leads. */
  async follow(): Promise<void> {
    await this.page.getByRole('button', { name: '关注', exact: true }).click();
    await this.page.waitForURL(/\/chat$/);
  }

  /** WeChat asks whether the shop may know who this is. */
  async consent(): Promise<void> {
    await this.page.getByRole('button', { name: '允许' }).click();
  }

  async refuseConsent(): Promise<void> {
    await this.page.getByRole('button', { name: '拒绝' }).click();
  }

  /** The shop asks whether this WeChat is to be bound. */
  async confirmBinding(): Promise<void> {
    await this.page.getByRole('button', { name: '确认绑定' }).click();
    await this.page.getByRole('heading', { name: '绑定成功' }).waitFor();
  }

  async openChat(): Promise<void> {
    await this.page.goto(this.sandbox.phoneUrl(this.person, 'chat'));
  }

  /** A card of the chat, by its title. */
  card(title: string): Locator {
    return this.page.getByRole('log').getByRole('listitem').filter({ hasText: title });
  }

  /** What the page that is open says first. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }
}
