import { describe, expect, it } from 'vitest';
import { readCouponRecordSearch } from './coupon-search';
import { readOrderSearch } from './order-search';
import { isFiltered, searchPath } from './search-path';

describe('searchPath', () => {
  it('leaves out what says nothing', () => {
    expect(searchPath('/admin/users', { q: '', role: null, page: 1 })).toBe('/admin/users');
    expect(searchPath('/admin/users', { q: '路飞 &', role: 'admin', page: 3 })).toBe(
      '/admin/users?q=%E8%B7%AF%E9%A3%9E+%26&role=admin&page=3',
    );
  });
});

describe('isFiltered', () => {
  it('does not count the page', () => {
    expect(isFiltered({ q: '', role: null, page: 7 })).toBe(false);
    expect(isFiltered({ q: '', role: 'admin', page: 1 })).toBe(true);
  });
});

describe('what an address asks for', () => {
  it.each([
    [{ q: 'a\0b' }, { q: 'ab' }],
    [{ q: 'x'.repeat(51) }, { q: '' }],
    [
      { from: '0000-01-01', to: '0001-01-01' },
      { from: null, to: null },
    ],
    [{ from: '2026-02-29' }, { from: null }],
    [{ from: '2024-02-29' }, { from: '2024-02-29' }],
  ])('is understood, or counts as not asked: %j', (asked, understood) =>
    expect(readOrderSearch(asked)).toMatchObject(understood),
  );

  it('no version is greater than its column', () => {
    expect(readCouponRecordSearch({ version: '9007199254740991' }).version).toBeNull();
    expect(readCouponRecordSearch({ version: '3' }).version).toBe(3);
  });
});
