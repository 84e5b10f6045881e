import { fileURLToPath } from 'node:url';
import { PUBLIC_PAGE_CACHE_CONTROL, PUBLIC_PAGES } from './lib/public-pages.mjs';
import { scriptHosts } from './lib/script-hosts.mjs';

const development = process.env.NODE_ENV === 'development';

/** Where Alipay's cashier is found: the real one, its sandbox, and ours on this machine. */
const cashiers = ['https://*.alipay.com', 'https://*.alipaydev.com', 'http://127.0.0.1:*', 'http://localhost:*'];

/*
 * Pages are served static, so their inline scripts cannot carry a nonce: scripts are limited to our own origin instead,
 * and to WeChat's, for the JS-SDK inside its browser.
 * form-action names Alipay because a browser checks it again when our form's answer redirects to the cashier;
 * frame-src because the payment page shows the cashier's QR code in a frame.
 */
const contentSecurityPolicy = {
  'default-src': ["'self'"],
  'script-src': [
    "'self'",
    "'unsafe-inline'",
    ...scriptHosts(process.env.WECHAT_RES_BASE),
    ...(development ? ["'unsafe-eval'"] : []),
  ],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  // Signing in by WeChat inside its browser, without JavaScript.
  'form-action': ["'self'", ...cashiers, 'https://open.weixin.qq.com'],
  'frame-src': cashiers,
  'frame-ancestors': ["'none'"],
};

const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: Object.entries(contentSecurityPolicy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  // Browsers ignore it over http, so a machine without a certificate is not locked out.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
];

/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() answers a real 403, as notFound() answers a 404.
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'alipay-sdk', 'graphile-worker', 'pino', 'postgres', 'undici'],
  // Pages and reads are kept in memory by our own handler, which expires them by the tags in PostgreSQL.
  cacheHandler: fileURLToPath(new URL('./lib/cache-handler.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  /*
   * The home page is a dynamic segment, so that a build, which has no database, does not render it;
   * the first visit does, and it is static from then on.
   */
  rewrites: () => ({ beforeFiles: [{ source: '/', destination: '/home/latest' }] }),
  redirects: () => [{ source: '/home/:edition*', destination: '/', permanent: false }],
  headers: () => [
    { source: '/:path*', headers: securityHeaders },
    ...PUBLIC_PAGES.map((source) => ({
      source,
      headers: [{ key: 'Cache-Control', value: PUBLIC_PAGE_CACHE_CONTROL }],
    })),
  ],
};

export default config;
