import { describe, expect, test } from 'vitest';
import { parseHops, trustHeaders } from './forwarded.mjs';

const SOCKET = '203.0.113.9';

function trusted(given: Record<string, string>, hops: number, remoteAddress: string | undefined = SOCKET) {
  const headers: Record<string, string | string[] | undefined> = { ...given };
  trustHeaders(headers, { hops, remoteAddress });
  return headers;
}

describe('without a proxy', () => {
  test('the address is the socket, whatever the client wrote', () => {
    expect(trusted({ 'x-forwarded-for': '1.2.3.4' }, 0)['x-forwarded-for']).toBe(SOCKET);
  });

  test('no forwarding header of the client survives, the others do', () => {
    const spoofed = {
      host: 'luffy.example',
      forwarded: 'for=1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      'x-real-ip': '1.2.3.4',
    };
    expect(trusted(spoofed, 0)).toEqual({ host: 'luffy.example', 'x-forwarded-for': SOCKET });
  });

  test('IPv4 in a dual-stack socket is written as IPv4', () => {
    expect(trusted({}, 0, '::ffff:203.0.113.9')['x-forwarded-for']).toBe(SOCKET);
    expect(trusted({}, 0, '2001:db8::1')['x-forwarded-for']).toBe('2001:db8::1');
  });
});

describe('behind proxies', () => {
  test.each([
    [1, '198.51.100.7', '198.51.100.7'],
    [1, '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    [2, '1.2.3.4, 198.51.100.7, 10.0.0.1', '198.51.100.7'],
    [1, '::ffff:198.51.100.7', '198.51.100.7'],
    [1, 'x, 2001:db8::7', '2001:db8::7'],
  ])('%i hops, "%s" → %s', (hops, list, address) => {
    expect(trusted({ 'x-forwarded-for': list }, hops)['x-forwarded-for']).toBe(address);
  });

  test.each([
    [1, ''],
    [2, '198.51.100.7'],
    [1, '198.51.100.7, unknown'],
    [1, '198.51.100.7,'],
  ])('%i hops, "%s": the proxy did not write it, so the socket counts', (hops, list) => {
    expect(trusted({ 'x-forwarded-for': list }, hops)['x-forwarded-for']).toBe(SOCKET);
  });

  test('host and protocol are what the proxy says', () => {
    const headers = trusted({ 'x-forwarded-host': 'luffy.example', 'x-forwarded-proto': 'https' }, 1);
    expect(headers).toMatchObject({ 'x-forwarded-host': 'luffy.example', 'x-forwarded-proto': 'https' });
  });
});

test.each([
  [undefined, 0],
  ['', 0],
  ['0', 0],
  ['2', 2],
  ['-1', null],
  ['1.5', null],
  ['many', null],
])('TRUSTED_PROXY_HOPS=%s is %s', (text, hops) => {
  expect(parseHops(text)).toBe(hops);
});
