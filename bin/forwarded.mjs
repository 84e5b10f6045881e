// @ts-check
import { isIP } from 'node:net';

/** @typedef {Record<string, string | string[] | undefined>} Headers */

/**
 * Leaves in the headers only what can be believed about where a request comes from: x-forwarded-for becomes one address.
 * Without proxies (`hops` 0) that is the other end of the socket, and every forwarding header is the client's invention.
 * Behind n proxies of ours it is the entry that the outermost of them wrote, the nth from the right.
 * @param {Headers} headers changed in place
 * @param {{ hops: number, remoteAddress: string | undefined }} connection
 */
export function trustHeaders(headers, { hops, remoteAddress }) {
  const direct = plain(remoteAddress ?? '');
  if (hops > 0) {
    headers['x-forwarded-for'] = entryFromRight(String(headers['x-forwarded-for'] ?? ''), hops) ?? direct;
    return;
  }
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete headers[name];
  }
  headers['x-forwarded-for'] = direct;
}

/** @param {string} list @param {number} hops */
function entryFromRight(list, hops) {
  const entry = plain(list.split(',').at(-hops)?.trim() ?? '');
  return isIP(entry) ? entry : null;
}

// IPv4 as a dual-stack socket shows it.
/** @param {string} address */
function plain(address) {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/**
 * The number of proxies in front of the site; null when the variable is no such number.
 * @param {string | undefined} text
 */
export function parseHops(text) {
  return /^\d?$/.test(text ?? '') ? Number(text ?? 0) : null;
}
