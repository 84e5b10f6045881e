import { z } from 'zod';

type Faults = Readonly<Record<string, boolean | number | string | null>>;

const viewSchema = z.object({ method: z.string() });
const personSchema = z.object({ id: z.string(), nickname: z.string(), openid: z.string() });

const qrSchema = z.object({ kind: z.literal('account'), qrKey: z.string().nullable(), leadsTo: z.string() });
const pushesSchema = z.object({
  pushes: z.array(
    z.object({ event: z.string(), outcome: z.string().nullable(), status: z.number().nullable(), done: z.boolean() }),
  ),
});
const messagesSchema = z.object({
  messages: z.array(
    z.object({
      kind: z.enum(['text', 'reply', 'news', 'system', 'template', 'subscribe']),
      msgid: z.string(),
      text: z.string().optional(),
      title: z.string().optional(),
      url: z.string().nullish(),
      data: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** What the official account sent or answered. */
export type WechatMessage = z.infer<typeof messagesSchema>['messages'][number];
/** What the account's server was told, and how that went. */
export type WechatPush = z.infer<typeof pushesSchema>['pushes'][number];

/** Someone with a WeChat, and so with a virtual phone. */
export type WechatPerson = z.infer<typeof personSchema>;

/** The control API of the sandbox: what goes wrong in the outside world while the student looks at the shop. */
export class Sandbox {
  private readonly trades: string;
  private readonly people: string;

  constructor(private readonly url: string) {
    this.trades = `${url}/control/alipay/trades`;
    this.people = `${url}/control/wechat/users`;
  }

  /** `following`: since long ago, so that the shop is not told. */
  async newPerson(nickname: string, following = false): Promise<WechatPerson> {
    const response = await fetch(this.people, { method: 'POST', body: JSON.stringify({ nickname, following }) });
    return personSchema.parse(await response.json());
  }

  /** Somebody follows the official account. */
  async follow({ id }: WechatPerson): Promise<void> {
    await this.send(`${this.people}/${id}/follow`, {});
  }

  async unfollow({ id }: WechatPerson): Promise<void> {
    await this.send(`${this.people}/${id}/unfollow`, {});
  }

  /** Somebody who does not follow scans a parametric QR code and follows there; a follower only scans it. */
  async scanAndFollow({ id }: WechatPerson, url: string): Promise<void> {
    const response = await fetch(`${this.people}/${id}/scan`, { method: 'POST', body: JSON.stringify({ url }) });
    const { qrKey, leadsTo } = qrSchema.parse(await response.json());
    if (leadsTo === 'card') await this.send(`${this.people}/${id}/follow`, qrKey === null ? {} : { qrKey });
  }

  /** Somebody taps the button of that name in the official account's menu. */
  async tapMenu({ id }: WechatPerson, name: string): Promise<void> {
    await this.send(`${this.people}/${id}/tap`, { name });
  }

  /** Somebody allows or refuses a 订阅通知 once. */
  async permit({ id }: WechatPerson, title: string, accepted = true): Promise<void> {
    await this.send(`${this.people}/${id}/permits`, { answers: [{ title, accepted }] });
  }

  /** Oldest first. */
  async messages({ id }: WechatPerson): Promise<readonly WechatMessage[]> {
    const response = await fetch(`${this.people}/${id}/messages`);
    return messagesSchema.parse(await response.json()).messages;
  }

  /** Oldest first. */
  async pushes({ id }: WechatPerson): Promise<readonly WechatPush[]> {
    const response = await fetch(`${this.people}/${id}/pushes`);
    return pushesSchema.parse(await response.json()).pushes;
  }

  /** Turns faults of one person's messages and pushes on or off. */
  async setPersonFaults({ id }: WechatPerson, faults: Faults): Promise<void> {
    await this.send(`${this.people}/${id}/faults`, faults);
  }

  /** Somebody writes to the official account: for 48 hours it may answer in plain text. */
  async say({ id }: WechatPerson, content: string): Promise<void> {
    await this.send(`${this.people}/${id}/text`, { content });
  }

  /** The address of a page of somebody's virtual phone. */
  phoneUrl({ id }: WechatPerson, page: 'scan' | 'chat' | 'go'): string {
    return `${this.url}/phone/${id}/${page}`;
  }

  /** Turns faults of one trade on or off; works before the trade exists. */
  async setFaults(outTradeNo: string, faults: Faults): Promise<void> {
    await this.post(`${outTradeNo}/faults`, faults);
  }

  /** The buyer pays and never comes back to the shop. */
  async pay(outTradeNo: string): Promise<void> {
    await this.post(`${outTradeNo}/pay`, {});
  }

  /** The interface the payment was requested through: `alipay.trade.page.pay` or `alipay.trade.wap.pay`. */
  async methodOf(outTradeNo: string): Promise<string> {
    const response = await fetch(`${this.trades}/${outTradeNo}`);
    return viewSchema.parse(await response.json()).method;
  }

  /** Changes the named switches of what is wrong with a day's bill. */
  async changeBill(day: string, plan: object): Promise<void> {
    await this.send(`${this.url}/control/alipay/bills/${day}`, plan);
  }

  /** Rows on a day's bill of money that the sandbox itself knows nothing of. */
  async addToBill(day: string, rows: readonly { outTradeNo: string; fen: number }[]): Promise<void> {
    const foreign = rows.map(({ outTradeNo, fen }) => ({ outTradeNo, amount: (fen / 100).toFixed(2) }));
    await this.changeBill(day, { foreign });
  }

  private post(path: string, body: Faults): Promise<void> {
    return this.send(`${this.trades}/${path}`, body);
  }

  private async send(url: string, body: object): Promise<void> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
  }
}
