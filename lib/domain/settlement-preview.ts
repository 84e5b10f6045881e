import type { Combination } from './best-combination';
import type { PolicyChoice } from './cart-line';
import { beli } from './money';
import { withCombination } from './settlement-best';
import type { SettlementCommand } from './settlement-command';
import type { SettlementFacts, SettlementLineFacts } from './settlement-facts';

/** What a page needs to show what a command will do before the server has answered. */
export interface Previewed {
  readonly facts: SettlementFacts;
  /** Product id → periods on offer. */
  readonly policies: ReadonlyMap<number, readonly PolicyChoice[]>;
  /** The best combination for the facts as the server knew them. */
  readonly best: { readonly choice: Combination };
}

type WithoutId<C> = C extends unknown ? Omit<C, 'settlementId'> : never;
export type Preview = WithoutId<SettlementCommand>;

/**
 * What one of the settlement page's own forms asks for; null when it is none. The server reads the form with the
 * schema. This is for the browser, which does not load one.
 */
export function readPreview(form: FormData): Preview | null {
  const number = (name: string) => Number(form.get(name));
  const recordId = form.get('recordId') === '' ? null : number('recordId');
  const intent = form.get('intent');
  switch (intent) {
    case 'change-policy':
      return { intent, productId: number('productId'), pricePolicyId: number('pricePolicyId') };
    case 'remove-line':
      return { intent, productId: number('productId') };
    case 'line-coupon':
      return { intent, productId: number('productId'), recordId };
    case 'order-coupon':
      return { intent, recordId };
    case 'best-coupons':
      return { intent };
    case 'beli': {
      const text = form.get('beli');
      return typeof text === 'string' && /^\s*\d{0,9}\s*$/.test(text) ? { intent, beli: beli(Number(text)) } : null;
    }
    default:
      return null;
  }
}

/** The facts as they will be when the server does what it is asked; its answer takes their place. */
export function previewCommand({ facts, policies, best }: Previewed, command: Preview): SettlementFacts {
  const onLine = (productId: number, change: (line: SettlementLineFacts) => Partial<SettlementLineFacts>) =>
    facts.lines.map((line) => (line.productId === productId ? { ...line, ...change(line) } : line));
  switch (command.intent) {
    case 'change-policy': {
      const policy = policies.get(command.productId)?.find(({ id }) => id === command.pricePolicyId);
      return policy ? { ...facts, lines: onLine(command.productId, (line) => withPolicy(line, policy)) } : facts;
    }
    case 'remove-line':
      return { ...facts, lines: facts.lines.filter((line) => line.productId !== command.productId) };
    case 'line-coupon': {
      const lines = onLine(command.productId, () => ({ couponRecordId: command.recordId }));
      return { ...facts, couponChoice: 'own', lines };
    }
    case 'order-coupon':
      return { ...facts, couponChoice: 'own', orderCouponRecordId: command.recordId };
    case 'best-coupons':
      return withCombination(facts, best.choice);
    case 'beli':
      return { ...facts, wantedBeli: command.beli };
  }
}

const withPolicy = (line: SettlementLineFacts, policy: PolicyChoice): Partial<SettlementLineFacts> => ({
  policy,
  problem: line.problem === 'policy_withdrawn' ? null : line.problem,
});
