import { z } from 'zod';

type Faults = Readonly<Record<string, boolean | number | string | null>>;

const viewSchema = z.object({ method: z.string() });
const personSchema = z.object({ id: z.string(), nickname: z.string(), openid: z.string() });

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

  async newPerson(nickname: string): Promise<WechatPerson> {
    const response = await fetch(this.people, { method: 'POST', body: JSON.stringify({ nickname }) });
    return personSchema.parse(await response.json());
  }

  /** Somebody follows the official account. */
  async follow({ id }: WechatPerson): Promise<void> {
    await this.send(`${this.people}/${id}/follow`, {});
  }

  /** Somebody writes to the official account: for 48 hours it may answer in plain text. */
  async say({ id }: WechatPerson, content: string): Promise<void> {
    await this.send(`${this.people}/${id}/text`, { content });
  }

  /** The address of a page of somebody's virtual phone. */
  phoneUrl({ id }: WechatPerson, page: 'scan' | 'chat'): string {
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
