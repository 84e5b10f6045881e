import { describe, expect, it } from 'vitest';
import { allowsFraming } from './framing';

describe('framing', () => {
  it.each([
    [{}, true],
    [{ 'x-frame-options': 'DENY' }, false],
    [{ 'x-frame-options': 'sameorigin' }, false],
    [{ 'content-security-policy': "default-src 'self'" }, true],
    [{ 'content-security-policy': "frame-ancestors 'none'" }, false],
    [{ 'content-security-policy': "default-src 'self'; frame-ancestors 'self'" }, false],
    [{ 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' }, true],
    [{ 'content-security-policy': "frame-ancestors 'self' http://127.0.0.1:4000" }, true],
    [{ 'content-security-policy': 'frame-ancestors http://127.0.0.1:*' }, true],
    [{ 'content-security-policy': 'frame-ancestors http:' }, true],
    [{ 'content-security-policy': 'frame-ancestors http://127.0.0.1:4001' }, false],
    [{ 'content-security-policy': 'frame-ancestors https://127.0.0.1:*' }, false],
  ])('%j → %s', (headers: Record<string, string>, allowed) => {
    expect(allowsFraming(new Headers(headers), 'http://127.0.0.1:4000')).toBe(allowed);
  });
});
