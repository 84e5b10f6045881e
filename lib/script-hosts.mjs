// @ts-check
// Plain JavaScript, because next.config.mjs loads it.

/** Where WeChat keeps its JS-SDK. */
const WECHAT = 'https://res.wx.qq.com';
const LOOPBACK = ['http://127.0.0.1:*', 'http://localhost:*'];

/**
 * The hosts besides our own whose scripts pages may load, by WECHAT_RES_BASE: WeChat's own, or its stand-in. One on
 * this machine may change its port without a new build.
 * @param {string | undefined} resBase
 * @returns {readonly string[]}
 */
export function scriptHosts(resBase) {
  if (!resBase || !URL.canParse(resBase)) return [WECHAT];
  const { hostname, origin } = new URL(resBase);
  return hostname === '127.0.0.1' || hostname === 'localhost' ? LOOPBACK : [origin];
}
