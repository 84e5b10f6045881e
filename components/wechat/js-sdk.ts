/** As much of WeChat's `wx` as we use. */
interface Wx {
  config: (config: object) => void;
  ready: (then: () => void) => void;
  error: (then: (problem: { readonly errMsg?: string }) => void) => void;
  updateAppMessageShareData: (card: WxCard) => void;
  updateTimelineShareData: (card: Omit<WxCard, 'desc'>) => void;
}

interface WxCard {
  readonly title: string;
  readonly desc: string;
  readonly link: string;
  readonly imgUrl: string;
}

declare global {
  interface Window {
    wx?: Wx;
  }
}

interface Answer {
  readonly config: object;
  readonly script: string;
  readonly inviteCode: string | null;
}

export interface ReadySdk {
  readonly wx: Wx;
  /** Of whoever is signed in. */
  readonly inviteCode: string | null;
}

const USED = ['updateAppMessageShareData', 'updateTimelineShareData'];
const OPEN_TAGS = ['wx-open-subscribe'];

/** WeChat's JS-SDK, ready on the page that is shown. Only inside WeChat; throws when it cannot be had. */
export async function readySdk(): Promise<ReadySdk> {
  const { config, script, inviteCode } = await askConfig(signedUrl());
  await loadOnce(script);
  const { wx } = window;
  if (!wx) throw new Error('the JS-SDK brought no wx');
  await new Promise<void>((resolve, reject) => {
    wx.ready(resolve);
    wx.error(({ errMsg }) => reject(new Error(errMsg ?? 'wx.config failed')));
    wx.config({ ...config, jsApiList: USED, openTagList: OPEN_TAGS });
  });
  return { wx, inviteCode };
}

/** WeChat on iOS knows a page by the address at which it was entered, whatever a script made of it since. */
function signedUrl(): string {
  const entered = performance.getEntriesByType('navigation')[0]?.name;
  const url = /\b(iPhone|iPad)\b/.test(navigator.userAgent) && entered ? entered : window.location.href;
  return url.replace(/#.*$/, '');
}

async function askConfig(url: string): Promise<Answer> {
  const response = await fetch(`/api/wechat/js-config?url=${encodeURIComponent(url)}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`/api/wechat/js-config answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isAnswer(body)) throw new Error('/api/wechat/js-config answered something else');
  return body;
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'config' in value &&
  typeof value.config === 'object' &&
  'script' in value &&
  typeof value.script === 'string' &&
  'inviteCode' in value &&
  (value.inviteCode === null || typeof value.inviteCode === 'string');

let loading: Promise<void> | undefined;

function loadOnce(src: string): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      loading = undefined;
      reject(new Error('the JS-SDK did not load'));
    });
    document.head.append(script);
  });
  return loading;
}
