import { z } from 'zod';

type Faults = Readonly<Record<string, boolean | number | string | null>>;

const viewSchema = z.object({ method: z.string() });

/** The control API of the sandbox: what goes wrong in the outside world while the student looks at the shop. */
export class Sandbox {
  constructor(private readonly url: string) {}

  /** Turns faults of one trade on or off; works before the trade exists. */
  async setFaults(outTradeNo: string, faults: Faults): Promise<void> {
    const response = await fetch(`${this.at(outTradeNo)}/faults`, { method: 'POST', body: JSON.stringify(faults) });
    if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
  }

  /** The interface the payment was requested through: `alipay.trade.page.pay` or `alipay.trade.wap.pay`. */
  async methodOf(outTradeNo: string): Promise<string> {
    const response = await fetch(this.at(outTradeNo));
    return viewSchema.parse(await response.json()).method;
  }

  private at(outTradeNo: string): string {
    return `${this.url}/control/alipay/trades/${outTradeNo}`;
  }
}
