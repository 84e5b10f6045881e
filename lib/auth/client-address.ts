import { isIP } from 'node:net';

/**
 * Where a request comes from, as one key to count by; of an IPv6 address the first 64 bits, which name a household:
 * the rest changes as its owner likes. The site's own server leaves in x-forwarded-for only what can be believed.
 */
export function clientAddress(headers: Headers): string {
  const first = headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '';
  const address = first.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(address) === 6 ? `${groups(address).slice(0, 4).join(':')}::/64` : address;
}

/** The eight groups of an IPv6 address. */
function groups(address: string): string[] {
  // The URL parser writes every spelling of an address the same way.
  const [head = [], tail = []] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
