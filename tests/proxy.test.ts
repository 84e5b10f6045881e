import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { config, proxy } from '@/proxy';

vi.mock('@/lib/env', () => ({ env: () => ({ APP_URL: 'http://shop.example' }) }));

const answer = (path: string, init: { method?: string; cookie?: string } = {}) =>
  proxy(
    new NextRequest(`http://shop.example${path}`, {
      method: init.method ?? 'GET',
      headers: init.cookie ? { cookie: init.cookie } : {},
    }),
  );

describe('proxy', () => {
  it('asks for a session and comes back to the very page', () => {
    const response = answer('/orders/20300101?from=pay&x=1');
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe(
      'http://shop.example/sign-in?callbackUrl=%2Forders%2F20300101%3Ffrom%3Dpay%26x%3D1',
    );
  });

  it('lets a session through, and every write: their own guards answer better', () => {
    for (const response of [
      answer('/account', { cookie: 'luffy.session=x' }),
      answer('/account', { method: 'POST' }),
    ]) {
      expect(response.headers.get('x-middleware-next')).toBe('1');
    }
  });

  it.each([
    ['/account', true],
    ['/account/security', true],
    ['/settlement', true],
    ['/orders', true],
    ['/orders/20300101', true],
    ['/pay/20300101', true],
    ['/enrol/20300101', true],
    ['/admin', true],
    ['/mentor/homework', true],
    ['/', false],
    ['/courses', false],
    ['/courses/python-core', false],
    ['/cart', false],
    ['/learn', false],
    ['/sign-in', false],
    ['/api/me', false],
    ['/api/alipay/notify', false],
    ['/api/wechat/events', false],
    ['/_next/static/chunk.js', false],
  ])('runs for %s: %s', (url, expected) => {
    expect(unstable_doesMiddlewareMatch({ config, nextConfig: {}, url })).toBe(expected);
  });
});
