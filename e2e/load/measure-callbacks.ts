import { NOTIFY_PATH, NOTIFY_TYPE, paidNotify, tradeOf } from './alipay';
import { load, type PreparedRequest, perSecond } from './load-job';
import { buyers } from './measure-journeys';
import { inTurn } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';
import { bareArgon2PerSecond, signInRequests } from './sign-ins';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * Genuine notifies, each the first of its order, against a route that runs as many `select 1`, and against the limit:
 * a route that verifies the signature and runs as many statements in one transaction that keeps the notify.
 */
export async function measureNotifies(scene: Scene, statements: number): Promise<Finding[]> {
  const { bare, count, times } = scene;
  const waiting = Array.from({ length: times }, () => pendingOrders(scene, count));
  const batches: PreparedRequest[][] = [];
  for (const batch of waiting) batches.push(await batch());
  const notify = async () => perSecond(await load({ kind: 'requests', requests: batches.shift() ?? [], status: 200 }));
  const selects: PreparedRequest = {
    url: `${bare.url}/api/selects?n=${statements}`,
    headers: { 'content-type': NOTIFY_TYPE },
    body: base64('x'.repeat(900)),
  };
  const requests = Array.from({ length: count }, () => selects);
  const body = base64(paidNotify(scene.shop.secrets.alipay, { outTradeNo: 'bench_1', amount: '99.00' }));
  const limit = { ...selects, url: `${bare.url}/api/limit?n=${statements}`, body };
  const limits = Array.from({ length: count }, () => limit);
  for (const warm of [requests, limits]) await load({ kind: 'requests', requests: warm, status: 200 });
  const measured = await inTurn(
    [
      {
        name: `bare, ${statements} × select 1`,
        measure: async () => perSecond(await load({ kind: 'requests', requests, status: 200 })),
      },
      {
        name: 'limit: RSA2 and a transaction',
        measure: async () => perSecond(await load({ kind: 'requests', requests: limits, status: 200 })),
      },
      { name: 'notifies settled', measure: notify },
    ],
    times,
  );
  const { median, runs } = measured('notifies settled');
  return [
    {
      what: `notifies settled (against ${statements} × select 1)`,
      value: median,
      unit: 'per s',
      bare: measured(`bare, ${statements} × select 1`).median,
      runs,
      aim: { of: 'ratio', at: 'least', bound: 0.5 },
    },
    {
      what: 'notifies settled (against RSA2 and one transaction)',
      value: median,
      unit: 'per s',
      bare: measured('limit: RSA2 and a transaction').median,
      runs,
      aim: { of: 'ratio', at: 'least', bound: 0.5 },
    },
  ];
}

/** Orders that wait at the cashier, and the notify that pays each. */
export function pendingOrders(scene: Scene, count: number): () => Promise<PreparedRequest[]> {
  const { shop, forms } = scene;
  const keys = shop.secrets.alipay;
  return async () => {
    const { answers } = await load({
      kind: 'orders',
      site: shop.url,
      students: await buyers(scene, count),
      forms,
      keys,
    });
    return answers.map((cashier) => ({
      url: `${shop.url}${NOTIFY_PATH}`,
      headers: { 'content-type': NOTIFY_TYPE },
      body: base64(paidNotify(keys, tradeOf(cashier))),
    }));
  };
}

/** Signing in, against checking as many passwords and nothing else. */
export async function measureSignIns(scene: Scene): Promise<Finding[]> {
  const { shop, students, count, seconds, times } = scene;
  const signIns = async () => {
    const taken = await students.take(count);
    const requests = await signInRequests(
      shop,
      taken.map(({ username }) => username),
    );
    return perSecond(await load({ kind: 'requests', requests, status: 303 }));
  };
  const measured = await inTurn(
    [
      { name: 'bare argon2id', measure: () => bareArgon2PerSecond(seconds) },
      { name: 'sign-ins', measure: signIns },
    ],
    times,
  );
  const { median, runs } = measured('sign-ins');
  const aim = { of: 'ratio', at: 'least', bound: 0.6 } as const;
  return [
    {
      what: 'sign-ins (against argon2id)',
      value: median,
      unit: 'per s',
      bare: measured('bare argon2id').median,
      runs,
      aim,
    },
  ];
}
