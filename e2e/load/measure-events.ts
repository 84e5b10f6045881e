import { randomUUID } from 'node:crypto';
import { pushXml, type Signing, signedPush, textFields } from '@/tests/support/wechat-push';
import { load, type PreparedRequest, perSecond } from './load-job';
import { inTurn } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';

const EVENTS_PATH = '/api/wechat/events';
/** Pushes in a repetition, for each notify that others measure. */
const TIMES_COUNT = 4;
const PEOPLE = 50;
/** Of a word from somebody we know: begin, keep, look up, touch, conclude, commit. */
const STATEMENTS = 6;

/**
 * Words of followers, sealed, each the first of its kind, and one that comes again and again; against a route that reads
 * its body and nothing else, and one that runs as many `select 1`.
 */
export async function measureEvents(scene: Scene): Promise<Finding[]> {
  const { bare, count, times } = scene;
  const pushes = pushesTo(scene);
  const total = count * TIMES_COUNT;
  const [one] = pushes(1);
  if (!one) throw new Error('one was asked for');
  const { body, headers } = one;
  const copies = (request: PreparedRequest) => Array.from({ length: total }, () => request);
  const rate = async (requests: readonly PreparedRequest[]) =>
    perSecond(await load({ kind: 'requests', requests, status: 200 }));
  const nothing = copies({ url: `${bare.url}/api/nothing`, headers, body });
  const selects = copies({ url: `${bare.url}/api/selects?n=${STATEMENTS}`, headers, body });
  for (const warm of [nothing, selects, pushes(total)]) await rate(warm);
  const measured = await inTurn(
    [
      { name: 'bare route handler', measure: () => rate(nothing) },
      { name: `bare, ${STATEMENTS} × select 1`, measure: () => rate(selects) },
      { name: 'pushes', measure: () => rate(pushes(total)) },
      { name: 'repeated pushes', measure: () => rate(pushes(1).flatMap(copies)) },
    ],
    times,
  );
  const finding = (name: string, against: string): Finding => ({
    what: `${name} of WeChat (against ${against})`,
    value: measured(name).median,
    unit: 'per s',
    bare: measured(against).median,
    runs: measured(name).runs,
  });
  return [
    finding('pushes', 'bare route handler'),
    finding('pushes', `bare, ${STATEMENTS} × select 1`),
    finding('repeated pushes', 'bare route handler'),
  ];
}

/** Signed just now, because a signature is good for minutes; of the same people every time. */
function pushesTo({ shop }: Scene): (count: number) => PreparedRequest[] {
  const { token, encodingAesKey: aesKey, appId } = shop.secrets.wechat;
  const signing: Signing = { mode: 'safe', token, aesKey, appId };
  const people = Array.from({ length: PEOPLE }, () => `bench_${randomUUID()}`);
  return (count) =>
    Array.from({ length: count }, (_, index) => {
      const { query, body } = signedPush(pushXml(textFields(people[index % PEOPLE] ?? '', '帮助')), signing);
      return {
        url: `${shop.url}${EVENTS_PATH}?${query}`,
        headers: { 'content-type': 'text/xml' },
        body: Buffer.from(body).toString('base64'),
      };
    });
}
