import { ACCOUNT_PATH, QR_PATH } from './config';
import { AUTHORIZE_PATH } from './open';

/** What the phone does with a text: from a QR code, or typed. */
export type Scanned =
  | { readonly kind: 'account'; readonly qrKey: string | null }
  | { readonly kind: 'oauth'; readonly query: string }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'text' };

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `here` is any address of the sandbox, as the phone reached it. */
export function interpretScan(text: string, here: string): Scanned {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return { kind: 'text' };
  const url = new URL(text);
  if (isSandbox(url, new URL(here))) {
    if (url.pathname === AUTHORIZE_PATH) return { kind: 'oauth', query: url.search.slice(1) };
    if (url.pathname.startsWith(`${ACCOUNT_PATH}/`)) return { kind: 'account', qrKey: null };
    if (url.pathname.startsWith(`${QR_PATH}/`))
      return { kind: 'account', qrKey: url.pathname.slice(QR_PATH.length + 1) };
  }
  return { kind: 'page', url: url.href };
}

/** 127.0.0.1 and localhost are the same sandbox: the shop may name it otherwise than the person does. */
function isSandbox(url: URL, here: URL): boolean {
  if (url.host === here.host) return true;
  return url.port === here.port && LOOPBACK.has(url.hostname) && LOOPBACK.has(here.hostname);
}
