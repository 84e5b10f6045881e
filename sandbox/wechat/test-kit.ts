import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../app';
import { FakeClock } from '../fake-clock';
import type { Runtime } from '../runtime';
import type { EventServer, WechatConfig } from './config';
import { createWechat } from './wechat';

export const APP_ID = 'wx0123456789abcdef';
export const SECRET = '0123456789abcdef0123456789abcdef';
export const TEST_CONFIG: WechatConfig = {
  appId: APP_ID,
  appSecret: SECRET,
  oauthDomains: ['shop.test', 'other.test:8080'],
  server: null,
  timeScale: 1,
};

/** The account's server as it may be configured. */
export const TEST_SERVER: EventServer = {
  url: 'http://shop.test/api/wechat/events',
  token: 'eventsToken123',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

/** 2026-03-02 10:00:00 in Beijing. */
const START = Date.parse('2026-03-02T02:00:00Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A stopped clock, and a network on which every site has the headers the test says. */
export class FakeRuntime extends FakeClock implements Runtime {
  readonly asked: string[] = [];
  headers: Record<string, string> | 'unreachable' | 'slow' = {};
  /** The account's server: sees each push, and answers it or never does. */
  server: ((push: Received) => Response | 'never') | null = null;
  readonly received: Received[] = [];

  constructor() {
    super(START);
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    if (init.method === 'POST') return this.#push(url, init);
    this.asked.push(`${init.method} ${url}`);
    if (this.headers === 'slow') return never(init.signal);
    if (this.headers === 'unreachable') throw new TypeError('fetch failed');
    return new Response(null, { headers: this.headers });
  }

  #push(url: string, { body, signal }: RequestInit): Promise<Response> {
    const push = { at: this.time, query: new URL(url).searchParams, body: typeof body === 'string' ? body : '' };
    this.received.push(push);
    const answer = this.server?.(push) ?? new Response('success');
    return answer === 'never' ? never(signal) : Promise.resolve(answer);
  }
}

/** Until whoever asked gives up. */
function never(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

/** A push as it came in. */
export interface Received {
  readonly at: number;
  readonly query: URLSearchParams;
  readonly body: string;
}

export interface TestUser {
  readonly id: string;
  readonly openid: string;
  readonly unionid: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The fields that tests read on with; each is there in the answers that have it. */
interface AnswerBody extends Json {
  readonly errcode: number;
  readonly errmsg: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly openid: string;
  readonly url: string;
  readonly ticket: string;
  readonly messages: readonly Json[];
  readonly calls: readonly Json[];
  readonly pushes: readonly Json[];
  readonly permits: Json;
  readonly data: readonly Readonly<Record<string, string>>[];
  readonly template_list: readonly Readonly<Record<string, string>>[];
}

/** An answer: its JSON with what it was parsed from, since a 64-bit number is lost on the way. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
  readonly json: AnswerBody;
}

export class TestWechat {
  readonly runtime: FakeRuntime;
  readonly dataDir: string;
  readonly #app: Hono;
  readonly #close: () => void;

  constructor(
    options: { readonly runtime?: FakeRuntime; readonly dataDir?: string; readonly server?: EventServer } = {},
  ) {
    this.runtime = options.runtime ?? new FakeRuntime();
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'wechat-sandbox-'));
    const side = createWechat({ ...TEST_CONFIG, server: options.server ?? null }, this.runtime, this.dataDir);
    this.#app = createApp({ alipay: null, wechat: side });
    this.#close = () => side.close();
  }

  close(): void {
    this.#close();
  }

  /** A request of the app, without following redirects. */
  request(path: string, init?: RequestInit): Promise<Response> {
    return Promise.resolve(this.#app.request(`http://wechat.test${path}`, init));
  }

  async answer(path: string, init?: RequestInit): Promise<Answer> {
    const response = await this.request(path, init);
    const text = await response.text();
    return { status: response.status, contentType: response.headers.get('content-type'), text, json: JSON.parse(text) };
  }

  get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.answer(`/wechat/api${path}?${new URLSearchParams(query)}`);
  }

  post(path: string, body: unknown, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    return this.answer(`/wechat/api${path}?${new URLSearchParams(query)}`, { method: 'POST', body: raw });
  }

  async token(): Promise<string> {
    const { json } = await this.post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: APP_ID,
      secret: SECRET,
    });
    return json.access_token;
  }

  control(path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return this.answer(`/control/wechat/${path}`, init);
  }

  /** A WeChat user of the test's own. */
  async user(options: { readonly follows?: boolean; readonly nickname?: string } = {}): Promise<TestUser> {
    const body = JSON.stringify({ nickname: options.nickname ?? '测试用户' });
    const user: TestUser = await (await this.request('/control/wechat/users', { method: 'POST', body })).json();
    if (options.follows === true) await this.control(`users/${user.id}/follow`, {});
    return user;
  }

  async messages(user: TestUser): Promise<readonly Json[]> {
    return (await this.control(`users/${user.id}/messages`)).json.messages;
  }

  /** A text message to the user, as the account. */
  async custom(user: { readonly openid: string }, content = '你好'): Promise<Answer> {
    const body = { touser: user.openid, msgtype: 'text', text: { content } };
    return this.post('/cgi-bin/message/custom/send', body, { access_token: await this.token() });
  }

  async template(body: Json): Promise<Answer> {
    return this.post('/cgi-bin/message/template/send', body, { access_token: await this.token() });
  }

  /** A parametric QR code. */
  async createQr({ scene, ...rest }: Json): Promise<Answer> {
    const body = { ...rest, action_info: { scene } };
    return this.post('/cgi-bin/qrcode/create', body, { access_token: await this.token() });
  }

  /** The code the user's consent gives. */
  async code(user: TestUser, scope: 'snsapi_base' | 'snsapi_userinfo' = 'snsapi_userinfo'): Promise<string> {
    const url = authorizeUrl({ scope });
    const { json } = await this.control(`users/${user.id}/scan`, { url, decision: 'allow' });
    return new URL(json.url).searchParams.get('code') ?? '';
  }

  exchange(code: string, overrides: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const query = { appid: APP_ID, secret: SECRET, code, grant_type: 'authorization_code', ...overrides };
    return this.get('/sns/oauth2/access_token', query);
  }
}

export const REDIRECT_URI = 'http://shop.test/api/wechat/callback';

/** The OAuth address, in the one order that is accepted. */
export function authorizeUrl(overrides: Readonly<Record<string, string>> = {}): string {
  const params = {
    appid: APP_ID,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'snsapi_userinfo',
    state: 'abc123',
    ...overrides,
  };
  return `http://wechat.test/wechat/open/connect/oauth2/authorize?${new URLSearchParams(params)}#wechat_redirect`;
}

/** A good 支付成功通知 to the user. */
export function paidNotice(user: { readonly openid: string }, overrides: Json = {}, data: Json = {}): Json {
  return {
    touser: user.openid,
    template_id: PAID_TEMPLATE,
    url: 'http://shop.test/enrol/LF1',
    data: {
      character_string1: { value: 'LF20260302100000123456' },
      thing2: { value: 'Python 全栈开发' },
      amount3: { value: '¥199.00' },
      time4: { value: '2026年3月2日 10:00' },
      ...data,
    },
    ...overrides,
  };
}

/** What the list of templates gives for 支付成功通知 of this app; `templates.test.ts` checks it. */
export const PAID_TEMPLATE = 'dtSJcpny21GfIOzerYUqPp5PIfT46MQTX3MeoRB6Q_4';
