import { setTimeout as sleep } from 'node:timers/promises';
import { NOTIFY_TYPE } from './alipay';
import { load, type PreparedRequest, perSecond } from './load-job';
import { pendingOrders } from './measure-callbacks';
import { residentMegabytes } from './processes';
import { inTurn } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';

/** Copies of one notify in a repetition, for each notify that others measure. */
const COPIES = 10;
const STORMS_BEFORE = 3;
const SETTLED_MS = 2000;

/** A notify that was settled long ago, again and again, against a route that reads its body and nothing else. */
export async function measureStorm(scene: Scene): Promise<Finding[]> {
  const { bare, shop, count, times } = scene;
  const [notify] = await pendingOrders(scene, 1)();
  if (!notify) throw new Error('no order waits');
  await load({ kind: 'requests', requests: [notify], status: 200 });
  const nothing = { url: `${bare.url}/api/nothing`, headers: { 'content-type': NOTIFY_TYPE }, body: notify.body };
  const copies = (request: PreparedRequest) => Array.from({ length: count * COPIES }, () => request);
  const rate = async (request: PreparedRequest) =>
    perSecond(await load({ kind: 'requests', requests: copies(request), status: 200 }));
  // The first storms fill caches, pools and the heap; what later ones add would be a leak.
  await rate(nothing);
  for (let storm = 0; storm < STORMS_BEFORE; storm++) await rate(notify);
  await sleep(SETTLED_MS);
  const before = residentMegabytes(shop.sitePid);
  const measured = await inTurn(
    [
      { name: 'bare route handler', measure: () => rate(nothing) },
      { name: 'duplicate notifies', measure: () => rate(notify) },
    ],
    times,
  );
  await sleep(SETTLED_MS);
  const { median, runs } = measured('duplicate notifies');
  return [
    {
      what: 'storm of duplicate notifies (against a bare route handler)',
      value: median,
      unit: 'per s',
      bare: measured('bare route handler').median,
      runs,
      aim: { of: 'ratio', at: 'least', bound: 0.5 },
    },
    {
      what: `memory of the site, after ${count * COPIES * times} duplicates, over before`,
      value: residentMegabytes(shop.sitePid),
      unit: 'MB',
      bare: before,
      aim: { of: 'difference', at: 'most', bound: 40 },
    },
  ];
}
