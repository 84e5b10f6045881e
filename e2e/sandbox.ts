import { z } from 'zod';

type Faults = Readonly<Record<string, boolean | number | string | null>>;

const viewSchema = z.object({ method: z.string() });

/** The control API of the sandbox: what goes wrong in the outside world while the student looks at the shop. */
export class Sandbox {
  private readonly trades: string;

  constructor(url: string) {
    this.trades = `${url}/control/alipay/trades`;
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

  private async post(path: string, body: Faults): Promise<void> {
    const response = await fetch(`${this.trades}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
  }
}
