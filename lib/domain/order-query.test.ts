import { describe, expect, it } from 'vitest';
import { ordersPath, readOrderQuery } from './order-query';

describe('the address of 我的订单', () => {
  it.each([
    [{}, { status: 'all', page: 1, q: '' }],
    [
      { status: 'paid', page: '3', q: ' Python ' },
      { status: 'paid', page: 3, q: 'Python' },
    ],
    [
      { status: 'x', page: '0', q: ['a', 'b'] },
      { status: 'all', page: 1, q: '' },
    ],
    [{ q: 'Py\0thon' }, { status: 'all', page: 1, q: 'Python' }],
    [{ page: '1e9' }, { status: 'all', page: 1, q: '' }],
    [
      { page: '2.5', q: 'a'.repeat(51) },
      { status: 'all', page: 1, q: '' },
    ],
  ])('reads %o', (search, query) => {
    expect(readOrderQuery(search)).toEqual(query);
  });

  it.each([
    [{ status: 'all', page: 1, q: '' } as const, '/orders'],
    [{ status: 'closed', page: 2, q: '' } as const, '/orders?status=closed&page=2'],
    [{ status: 'all', page: 1, q: 'a&b' } as const, '/orders?q=a%26b'],
  ])('writes %o', (query, path) => {
    expect(ordersPath(query)).toBe(path);
  });
});
