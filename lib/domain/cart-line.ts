import type { CartCommand } from './cart';
import type { ProductKind } from './catalogue';
import { addFen, type Fen } from './money';
import type { SaleProblem } from './sale';
import type { Day } from './shanghai-day';

export interface PolicyChoice {
  readonly id: number;
  readonly validDays: number;
  readonly priceFen: Fen;
}

/** One line of a cart as its page shows it, with what the product costs now. */
export interface CartLine {
  readonly productId: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  /** The chosen price policy, which may be withdrawn, and those on offer. */
  readonly policy: PolicyChoice;
  readonly policies: readonly PolicyChoice[];
  readonly isSelected: boolean;
  /** Why it cannot be bought, if so: shown, never settled. */
  readonly problem: SaleProblem | null;
  /** The last day of the access its owner has already. */
  readonly ownedUntil: Day | null;
}

/** The lines a settlement would take. */
export const settledLines = (lines: readonly CartLine[]): CartLine[] =>
  lines.filter((line) => line.isSelected && line.problem === null);

/** Sum of the list prices of the lines a settlement would take. */
export const cartTotal = (lines: readonly CartLine[]): Fen =>
  addFen(...settledLines(lines).map((line) => line.policy.priceFen));

/** What the page shows while the server is being asked. Restoring is left to the server. */
export function previewCommand(lines: readonly CartLine[], command: CartCommand): readonly CartLine[] {
  switch (command.intent) {
    case 'select':
      return lines.map((line) =>
        line.productId === command.productId ? { ...line, isSelected: command.isSelected } : line,
      );
    case 'select-all':
      return lines.map((line) => ({ ...line, isSelected: command.isSelected }));
    case 'change-policy':
      return lines.map((line) =>
        line.productId === command.productId ? withPolicy(line, command.pricePolicyId) : line,
      );
    case 'remove':
      return lines.filter((line) => line.productId !== command.productId);
    case 'clean-up':
      return lines.filter((line) => line.problem === null);
    case 'restore':
      return lines;
  }
}

function withPolicy(line: CartLine, policyId: number): CartLine {
  const policy = line.policies.find((candidate) => candidate.id === policyId) ?? line.policy;
  return { ...line, policy, problem: line.problem === 'policy_withdrawn' ? null : line.problem };
}
