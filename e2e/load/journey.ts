import type { Secrets } from '@/bin/stack/secrets';
import { NOTIFY_PATH, NOTIFY_TYPE, paidNotify, tradeOf } from './alipay';
import { type Answer, type Browser, expectStatus } from './browser';
import { formWith, formWithButton, type HtmlForm } from './html-form';

/** The forms that are the same for everyone, as they stand on the pages: opened once a run. */
export interface SharedForms {
  /** By the course's slug. */
  readonly purchase: Readonly<Record<string, HtmlForm>>;
  readonly checkOut: HtmlForm;
}

export interface Purchase {
  readonly slug: string;
  /** The settlement is expected to use it by itself. */
  readonly couponRecordId: number;
  readonly keys: Secrets['alipay'];
  readonly forms: SharedForms;
}

export const STEPS = ['add', 'check out', 'settlement', 'order', 'pay page', 'pay', 'notify'] as const;
type Step = (typeof STEPS)[number];
/** Runs a step; a test bench counts what it costs. */
export type Watch = <T>(step: Step, work: () => Promise<T>) => Promise<T>;

const unwatched: Watch = (_step, work) => work();

/** From the course into the cart, through the settlement with its best coupons to the order: the path of its pay page. */
export async function placeOrder(browser: Browser, purchase: Purchase, watch: Watch = unwatched): Promise<string> {
  const { slug, forms, couponRecordId } = purchase;
  const course = `/courses/${slug}`;
  const form = forms.purchase[slug];
  if (!form) throw new Error(`no form of ${slug}`);
  expectStatus(await watch('add', () => browser.press(course, form, '加入购物车')), 200, course);
  const begun = await watch('check out', () => browser.press('/cart', forms.checkOut, '去结算'));
  const settlement = await watch('settlement', () => browser.open(leadsTo(begun, /^\/settlement$/)));
  const submit = formWith(settlement, 'seenVersion');
  const seen = submit.fields.find(([name]) => name === 'seenVersion')?.[1] ?? '';
  if (!seen.includes(`"c":${couponRecordId}`)) throw new Error(`the settlement does not use the coupon: ${seen}`);
  const placed = await watch('order', () => browser.press('/settlement', submit, '提交订单'));
  return leadsTo(placed, /^\/pay\/\d+$/);
}

/** 去支付: the address of the cashier. */
export async function goToCashier(browser: Browser, payPath: string, watch: Watch = unwatched): Promise<string> {
  const payPage = await watch('pay page', () => browser.open(payPath));
  const paying = await watch('pay', () => browser.press(payPath, formWithButton(payPage, '去支付'), '去支付'));
  return leadsTo(paying, /^http/);
}

/** From the course to the cashier. */
export const orderCourse = async (browser: Browser, purchase: Purchase, watch: Watch = unwatched): Promise<string> =>
  goToCashier(browser, await placeOrder(browser, purchase, watch), watch);

/** The whole way: the order, and Alipay's notify that pays it. */
export async function buyCourse(browser: Browser, purchase: Purchase, watch: Watch = unwatched): Promise<void> {
  const cashier = await orderCourse(browser, purchase, watch);
  const body = paidNotify(purchase.keys, tradeOf(cashier));
  const heard = await watch('notify', () => browser.post(NOTIFY_PATH, NOTIFY_TYPE, body));
  if (heard.body !== 'success') throw new Error(`notify answered ${heard.status} ${heard.body}`);
}

function leadsTo(answer: Answer, expected: RegExp): string {
  const { status, location, body } = answer;
  if (status === 303 && location && expected.test(location)) return location;
  throw new Error(`expected to be led to ${expected}, got ${status} ${location ?? body.slice(0, 300)}`);
}

/** Opens the pages that everyone sees alike and keeps their forms. Leaves a course in the browser's cart. */
export async function readSharedForms(browser: Browser, slugs: readonly string[]): Promise<SharedForms> {
  const purchase: Record<string, HtmlForm> = {};
  for (const slug of slugs) purchase[slug] = formWith(await browser.open(`/courses/${slug}`), 'productId');
  const [first = ''] = slugs;
  const form = purchase[first];
  if (!form) throw new Error('there is no course');
  await browser.press(`/courses/${first}`, form, '加入购物车');
  return { purchase, checkOut: formWithButton(await browser.open('/cart'), '去结算') };
}
