import { describe, expect, it } from 'vitest';
import { type CartLine, cartTotal, previewCommand, settledLines } from './cart-line';
import { fen } from './money';

const line = (productId: number, change: Partial<CartLine> = {}): CartLine => ({
  productId,
  kind: 'course',
  slug: `course-${productId}`,
  name: `课程 ${productId}`,
  coverHue: 0,
  coverGlyph: '课',
  policy: { id: productId * 10, validDays: 30, priceFen: fen(productId * 1000) },
  policies: [
    { id: productId * 10, validDays: 30, priceFen: fen(productId * 1000) },
    { id: productId * 10 + 1, validDays: 90, priceFen: fen(productId * 2000) },
  ],
  isSelected: true,
  problem: null,
  ownedUntil: null,
  ...change,
});

describe('a cart as its page shows it', () => {
  it('settles and sums only what is selected and can be bought', () => {
    const lines = [line(1), line(2, { isSelected: false }), line(3, { problem: 'offline' })];
    expect(settledLines(lines).map((kept) => kept.productId)).toEqual([1]);
    expect(cartTotal(lines)).toBe(1000);
    expect(cartTotal([])).toBe(0);
  });

  it('previews each command', () => {
    const lines = [line(1), line(2, { problem: 'offline' })];
    expect(previewCommand(lines, { intent: 'select', productId: 1, isSelected: false })[0]?.isSelected).toBe(false);
    expect(previewCommand(lines, { intent: 'select-all', isSelected: false }).some((l) => l.isSelected)).toBe(false);
    expect(previewCommand(lines, { intent: 'remove', productId: 1 })).toEqual([lines[1]]);
    expect(previewCommand(lines, { intent: 'clean-up' })).toEqual([lines[0]]);
    expect(previewCommand(lines, { intent: 'restore', productId: 9, pricePolicyId: 90, isSelected: true })).toEqual(
      lines,
    );
  });

  it('choosing a period on offer cures a withdrawn one, nothing else', () => {
    const [cured, still] = previewCommand([line(1, { problem: 'policy_withdrawn' }), line(2, { problem: 'offline' })], {
      intent: 'change-policy',
      productId: 1,
      pricePolicyId: 11,
    });
    expect(cured).toMatchObject({ policy: { id: 11, priceFen: 2000 }, problem: null });
    expect(still).toMatchObject({ problem: 'offline' });
  });
});
