import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlipaySdk } from 'alipay-sdk';
import type { Hono } from 'hono';
import { createApp } from '../app';
import { FakeClock } from '../fake-clock';
import type { Runtime } from '../runtime';
import { createAlipay } from './alipay';
import { formatBeijing } from './beijing-time';
import type { AlipayConfig } from './config';

const app = generateKeyPairSync('rsa', { modulusLength: 2048 });
const alipay = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const TEST_CONFIG: AlipayConfig = {
  appId: '9021000122682882',
  sellerId: '2088721003899159',
  merchantPublicKey: app.publicKey,
  privateKey: alipay.privateKey,
  timeScale: 1,
};

export const NOTIFY_URL = 'http://shop.test/api/alipay/notify';
export const RETURN_URL = 'http://shop.test/pay/return?from=cashier';
/** 2026-03-02 10:00:00 in Beijing. */
export const START = Date.parse('2026-03-02T02:00:00Z');

const pem = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;

/** The official SDK as the merchant: the independent oracle for every signature. */
export function merchantSdk(overrides: { readonly signedBy?: 'stranger'; readonly gateway?: string } = {}): AlipaySdk {
  const key = overrides.signedBy === 'stranger' ? stranger.privateKey : app.privateKey;
  return new AlipaySdk({
    appId: TEST_CONFIG.appId,
    privateKey: key.export(pem).toString(),
    keyType: 'PKCS8',
    alipayPublicKey: alipay.publicKey.export(spki).toString(),
    gateway: overrides.gateway ?? 'http://alipay.test/gateway.do',
  });
}

/** The query with one parameter replaced and signed again, for contents the SDK refuses to produce. */
export function signByHand(query: string, name: string, value: string): string {
  const params = new URLSearchParams(query);
  params.set(name, value);
  params.delete('sign');
  params.sort();
  const content = [...params].map(([key, text]) => `${key}=${text}`).join('&');
  params.set('sign', createSign('RSA-SHA256').update(content).sign(app.privateKey, 'base64'));
  return params.toString();
}

export interface SentNotify {
  readonly at: number;
  readonly url: string;
  readonly redirect: string | undefined;
  readonly contentType: string | null;
  readonly params: Readonly<Record<string, string>>;
}

/** A stopped clock, and a network where the merchant answers what the test says. */
export class FakeRuntime extends FakeClock implements Runtime {
  readonly sent: SentNotify[] = [];
  answer: () => Response | Promise<Response> = () => new Response('success');

  constructor() {
    super(START);
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const params = Object.fromEntries(new URLSearchParams(typeof init.body === 'string' ? init.body : ''));
    const contentType = new Headers(init.headers).get('content-type');
    this.sent.push({ at: this.time, url, redirect: init.redirect, contentType, params });
    return this.answer();
  }
}

type Biz = Readonly<Record<string, unknown>>;

export class TestSandbox {
  readonly runtime: FakeRuntime;
  readonly sdk = merchantSdk();
  readonly dataDir: string;
  readonly #app: Hono;
  readonly #close: () => void;

  constructor(
    options: { readonly runtime?: FakeRuntime; readonly dataDir?: string; readonly timeScale?: number } = {},
  ) {
    this.runtime = options.runtime ?? new FakeRuntime();
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'alipay-sandbox-'));
    const config = { ...TEST_CONFIG, timeScale: options.timeScale ?? 1 };
    const side = createAlipay(config, this.runtime, this.dataDir);
    this.#app = createApp({ alipay: side, wechat: null });
    this.#close = () => side.close();
  }

  close(): void {
    this.#close();
  }

  request(path: string, init?: RequestInit): Promise<Response> {
    return Promise.resolve(this.#app.request(`http://alipay.test${path}`, init));
  }

  /** A query string signed by the SDK; `extra` adds or replaces public parameters. */
  signed(method: string, bizContent: Biz, extra: Readonly<Record<string, string>> = {}, sdk = this.sdk): string {
    const timestamp = formatBeijing(this.runtime.now());
    return sdk.sdkExecute(method, { timestamp, bizContent, ...extra }, { bizContentAutoSnakeCase: false });
  }

  /** Calls an API method and returns its node, after the SDK has verified the answer's signature. */
  async call(method: string, biz: Biz, extra: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
    const response = await this.request(`/gateway.do?${this.signed(method, biz, extra)}`);
    const text = await response.text();
    const answer = JSON.parse(text);
    const key = `${method.replaceAll('.', '_')}_response`;
    this.sdk.checkResponseSign(text, key, answer.sign, 'test');
    return answer[key];
  }

  /** Opens the payment link; the path of the cashier it leads to. */
  async openLink(
    biz: Biz,
    options: { readonly method?: string; readonly notifyUrl?: string | null } = {},
  ): Promise<string> {
    const response = await this.requestPayment(biz, options);
    return response.headers.get('location') ?? `no redirect: ${await response.text()}`;
  }

  requestPayment(
    biz: Biz,
    options: { readonly method?: string; readonly notifyUrl?: string | null } = {},
  ): Promise<Response> {
    const notify: Record<string, string> = options.notifyUrl === null ? {} : { notify_url: NOTIFY_URL };
    const method = options.method ?? 'alipay.trade.page.pay';
    return this.request(`/gateway.do?${this.signed(method, biz, { ...notify, return_url: RETURN_URL })}`);
  }

  /** Request, cashier, 确认付款: a paid trade, its first notify sent. */
  async pay(biz: Biz, form: Readonly<Record<string, string>> = {}): Promise<Response> {
    const cashier = await this.openLink(biz);
    await this.request(cashier);
    const response = await this.confirm(cashier, form);
    await this.runtime.advance(0);
    return response;
  }

  confirm(cashier: string, form: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.request(`${cashier}/pay`, { method: 'POST', body: new URLSearchParams(form) });
  }

  async control(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: ControlBody }> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await this.request(`/control/alipay/trades/${path}`, init);
    return { status: response.status, body: await response.json() };
  }
}

interface ControlBody {
  readonly [key: string]: unknown;
  readonly error?: { readonly code: string };
  readonly notifications?: readonly {
    readonly notifyId: string;
    readonly delivered: boolean;
    readonly nextAttemptAt: string | null;
    readonly deliveries: readonly { readonly outcome: string; readonly httpStatus: number | null }[];
  }[];
}

let made = 0;

/** A valid page.pay content with a number of its own. */
export function order(overrides: Biz = {}): { readonly out_trade_no: string; readonly [key: string]: unknown } {
  made += 1;
  return {
    out_trade_no: `T${made}`,
    total_amount: '199.00',
    subject: '路飞学城 Python 基础',
    product_code: 'FAST_INSTANT_TRADE_PAY',
    timeout_express: '30m',
    ...overrides,
  };
}
