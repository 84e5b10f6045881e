import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_VISITOR_LINES } from './cart';
import { dropProducts, putEntry, readVisitorCart, setPolicy, setSelected, writeVisitorCart } from './visitor-cart';

const entry = (productId: number, pricePolicyId = productId * 10, isSelected = true) => ({
  productId,
  pricePolicyId,
  isSelected,
});

const carts = fc.uniqueArray(
  fc.record({ productId: fc.integer({ min: 1 }), pricePolicyId: fc.integer({ min: 1 }), isSelected: fc.boolean() }),
  { selector: (line) => line.productId, maxLength: MAX_VISITOR_LINES },
);

describe("the visitor's cookie", () => {
  it('reads back every cart it wrote', () => {
    fc.assert(
      fc.property(carts, (cart) => {
        expect(readVisitorCart(writeVisitorCart(cart))).toEqual(cart);
      }),
    );
    expect.hasAssertions();
  });

  it.each([
    undefined,
    '',
    '{}',
    'null',
    '[[1,2]]',
    '[[1,2,3]]',
    '[[-1,2,1]]',
    '[[1.5,2,1]]',
    '[["1",2,1]]',
    `[${Array.from({ length: MAX_VISITOR_LINES + 1 }, (_, i) => `[${i + 1},1,1]`).join()}]`,
    '<script>',
  ])('reads what was forged or broken as empty: %j', (text) => {
    expect(readVisitorCart(text)).toEqual([]);
  });

  it('holds a product once', () => {
    expect(readVisitorCart('[[1,2,1],[1,3,1]]')).toEqual([entry(1, 2)]);
  });

  it('stays far below what a browser keeps in one cookie', () => {
    const full = Array.from({ length: MAX_VISITOR_LINES }, (_, i) => entry(9_000_000_000 + i, 9_000_000_000));
    expect(encodeURIComponent(writeVisitorCart(full)).length).toBeLessThan(2048);
  });
});

describe("a visitor's cart", () => {
  it('puts a new product in front and changes one in its place', () => {
    expect(putEntry([entry(1)], entry(2))).toEqual([entry(2), entry(1)]);
    expect(putEntry([entry(2), entry(1)], entry(1, 5))).toEqual([entry(2), entry(1, 5)]);
  });

  it('takes no more than its limit, but changes what it holds', () => {
    const full = Array.from({ length: MAX_VISITOR_LINES }, (_, i) => entry(i + 1));
    expect(putEntry(full, entry(99))).toBeNull();
    expect(putEntry(full, entry(1, 77))).toContainEqual(entry(1, 77));
  });

  it('changes, selects and drops only what is named', () => {
    const cart = [entry(1), entry(2)];
    expect(setPolicy(cart, { productId: 2, pricePolicyId: 7 })).toEqual([entry(1), entry(2, 7)]);
    expect(setSelected(cart, false, 1)).toEqual([entry(1, 10, false), entry(2)]);
    expect(setSelected(cart, false).some((line) => line.isSelected)).toBe(false);
    expect(dropProducts(cart, [1, 3])).toEqual([entry(2)]);
  });
});
