import type { Runtime } from '../runtime';

const KEPT_MS = 10_000;
const PATIENCE_MS = 3_000;

/**
 * Whether a site lets a page of ours frame it, asked of its front page: the address itself may hold a code that works
 * once. A site that is not there is framed, so that its failure shows inside the phone; one that is only slow gets the
 * tab, where every page can be.
 */
export function createFraming(runtime: Runtime): (site: URL, ours: string) => Promise<boolean> {
  const known = new Map<string, { readonly at: number; readonly allowed: boolean }>();
  return async (site, ours) => {
    if (site.origin === ours || !site.protocol.startsWith('http')) return true;
    const kept = known.get(site.origin);
    if (kept !== undefined && runtime.now() - kept.at < KEPT_MS) return kept.allowed;
    const headers = await headersOf(runtime, site.origin);
    if (headers === 'slow' || headers === 'unreachable') return headers === 'unreachable';
    const allowed = allowsFraming(headers, ours);
    known.set(site.origin, { at: runtime.now(), allowed });
    return allowed;
  };
}

async function headersOf(runtime: Runtime, origin: string): Promise<Headers | 'slow' | 'unreachable'> {
  const patience = new AbortController();
  const stop = runtime.schedule(PATIENCE_MS, () => patience.abort());
  try {
    const init: RequestInit = { method: 'HEAD', redirect: 'manual', signal: patience.signal };
    return (await runtime.fetch(`${origin}/`, init)).headers;
  } catch {
    return patience.signal.aborted ? 'slow' : 'unreachable';
  } finally {
    stop();
  }
}

/** As a browser decides it: frame-ancestors first, X-Frame-Options only without one. */
export function allowsFraming(headers: Headers, ours: string): boolean {
  const policy = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(headers.get('content-security-policy') ?? '')?.[1];
  if (policy === undefined) return !/deny|sameorigin/i.test(headers.get('x-frame-options') ?? '');
  const { protocol, hostname, host } = new URL(ours);
  const matching = new Set(['*', protocol, ours, host, `${protocol}//${hostname}:*`, `${hostname}:*`]);
  return policy.split(/\s+/).some((source) => matching.has(source));
}
