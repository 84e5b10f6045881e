import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('localPath', () => {
  it.each([
    ['/', '/'],
    ['/cart', '/cart'],
    ['/courses?level=beginner&page=2#list', '/courses?level=beginner&page=2#list'],
    ['/courses?q=%2F%2Fevil.example', '/courses?q=%2F%2Fevil.example'],
    ['/orders/../cart', '/cart'],
    ['/courses?q=爬虫', '/courses?q=%E7%88%AC%E8%99%AB'],
    ['/a:b', '/a:b'],
  ])('keeps %j', (candidate, expected) => {
    expect(localPath(candidate)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    '',
    'cart',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/cart\\..\\evil',
    '/%2fevil.example',
    '/%2F%2Fevil.example',
    '%2f%2fevil.example',
    '/%5cevil.example',
    '/%252fevil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/cart/..//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' /cart',
    '/cart\r\nSet-Cookie: a=b',
    '/\u0000/evil.example',
    '/\u200b/evil.example',
    '/\u3000/evil.example',
  ])('refuses %j', (candidate) => {
    expect(localPath(candidate)).toBe('/');
  });

  it('falls back to what it is told', () => {
    expect(localPath('//evil.example', '/account')).toBe('/account');
  });

  it('never leaves the site, whatever it is given', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      ':',
      '@',
      'evil.example',
      '?',
      '#',
      '\t',
      'https:',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const answer = localPath(pieces.join(''));
        expect(new URL(answer, 'https://shop.example').host).toBe('shop.example');
        expect(answer).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
