import { expect, type Locator, type Page } from 'playwright/test';
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

  /** Scans a code whose text is known, and goes where it leads. */
  async scanQr(url: string): Promise<void> {
    await this.page.goto(this.sandbox.phoneUrl(this.person, 'scan'));
    await this.page.getByLabel('或粘贴二维码里的网址').fill(url);
    await this.page.getByRole('button', { name: '打开', exact: true }).click();
    await this.page.waitForURL((address) => !address.pathname.endsWith('/scan'));
  }

  /** Writes to the official account. */
  async sayText(text: string): Promise<void> {
    await this.openChat();
    await this.page.getByLabel('消息', { exact: true }).fill(text);
    await this.page.getByRole('button', { name: '发送' }).click();
    await expect(this.entries.filter({ hasText: text }).last()).toBeVisible();
  }

  /** Taps a button of the account's menu; `list` is the button it is under. */
  async tapMenu(name: string, list?: string): Promise<void> {
    await this.openChat();
    const menu = this.page.getByRole('form', { name: '服务号菜单' });
    if (list !== undefined) await menu.locator('summary').filter({ hasText: list }).click();
    await menu.getByRole('button', { name, exact: true }).click();
  }

  /** The newest entry in the chat that the account or WeChat wrote. */
  get lastReply(): Locator {
    return this.page.getByRole('log').locator('li:not(.mine)').last();
  }

  /** Opens a link of the account's newest answer in the phone's browser. */
  async openLink(name: string): Promise<void> {
    await this.lastReply.getByRole('link', { name }).click();
    await this.page.waitForURL((address) => !address.pathname.endsWith('/chat'));
  }

  private get entries(): Locator {
    return this.page.getByRole('log').getByRole('listitem');
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
