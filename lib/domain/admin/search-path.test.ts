import { describe, expect, it } from 'vitest';
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
