import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { mintCampaign, mintCrowd } from '@/tests/support/campaign-factories';
import { launch, residentMegabytes, run, untilReady } from './processes';
import { inTurn } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';

const PEOPLE = 2000;
/** As many as the worker has on the way at a time. */
const CONCURRENCY = 16;
const PATIENCE_MS = 10 * 60_000;
const CARD = {
  kind: 'template',
  templateId: 'bench-template',
  path: '/learn',
  data: { thing1: 'Python 全栈开发', time2: '2026年3月2日 19:30' },
} as const;

type CampaignShop = Pick<Scene['shop'], 'db' | 'workerPid' | 'gatewayPort'>;

/**
 * A campaign through the real worker, from its job to its end, against a bare loop of the same HTTP calls with the same
 * concurrency; and the memory of the worker while it writes the messages of a large one.
 */
export async function measureCampaign(
  shop: CampaignShop,
  { times, recipients }: { readonly times: number; readonly recipients: number },
): Promise<Finding[]> {
  const origin = `http://127.0.0.1:${shop.gatewayPort}`;
  const wechat = launch({
    args: ['--import', 'tsx', 'e2e/load/wechat-answers.ts', String(shop.gatewayPort)],
    env: process.env,
  });
  try {
    await untilReady(origin, 'WeChat');
    await mintCrowd(shop.db, 'bench-few-', PEOPLE);
    // The worker has everything at hand from then on: its token, its connections.
    await campaignRate(shop);
    const rates = await inTurn(
      [
        { name: 'campaign', measure: () => campaignRate(shop) },
        {
          name: 'bare loop',
          measure: () => bareRate(`${origin}/wechat/api/cgi-bin/message/template/send?access_token=AT`),
        },
      ],
      times,
    );
    const [campaign, bare] = [rates('campaign'), rates('bare loop')];
    const { idle, peak, seconds } = await writeMany(shop, recipients);
    const what = `campaign of ${recipients} recipients`;
    return [
      {
        what: `campaign of ${PEOPLE} messages (against a bare loop of its calls)`,
        value: campaign.median,
        unit: 'per s',
        bare: bare.median,
        runs: campaign.runs,
        aim: { of: 'ratio', at: 'least', bound: 0.7 },
      },
      { what: `${what}, written`, value: recipients / seconds, unit: 'per s' },
      {
        what: `${what}, peak memory of the worker, over idle`,
        value: peak,
        unit: 'MB',
        bare: idle,
        aim: { of: 'difference', at: 'most', bound: 50 },
      },
    ];
  } finally {
    await wechat.stop();
  }
}

/** Messages a second, from the campaign's first moment to its last. */
async function campaignRate({ db }: CampaignShop): Promise<number> {
  const campaignId = await mintCampaign(db, 'bench-few-', CARD);
  await untilIs(db, sql`select from campaign where id = ${campaignId} and status = 'finished'`);
  const [row] = await db.execute<{ seconds: number; accepted: number }>(sql`
    select extract(epoch from campaign.finished_at - campaign.started_at)::float8 as seconds,
      (select count(accepted_at)::int from message where campaign_id = campaign.id) as accepted
    from campaign where campaign.id = ${campaignId}`);
  if (row?.accepted !== PEOPLE) throw new Error(`${row?.accepted} of ${PEOPLE} messages were accepted`);
  return PEOPLE / row.seconds;
}

async function bareRate(url: string): Promise<number> {
  const bodies = Array.from({ length: PEOPLE }, (_, index) =>
    JSON.stringify({
      touser: `o${index}`,
      template_id: CARD.templateId,
      url: 'http://127.0.0.1/learn',
      client_msg_id: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
      data: { thing1: { value: CARD.data.thing1 }, time2: { value: CARD.data.time2 } },
    }),
  );
  const input = JSON.stringify({ url, bodies, concurrency: CONCURRENCY });
  const out = await run({ args: ['--import', 'tsx', 'e2e/load/bare-sends.ts'], env: process.env }, input);
  return PEOPLE / z.object({ seconds: z.number() }).parse(JSON.parse(out)).seconds;
}

/** Lets the worker write the messages of a large campaign, and pauses it before they are sent. */
async function writeMany({ db, workerPid }: CampaignShop, recipients: number) {
  await mintCrowd(db, 'bench-many-', recipients);
  await db.execute(sql`analyze account, wechat_user`);
  const idle = residentMegabytes(workerPid);
  let peak = idle;
  const campaignId = await mintCampaign(db, 'bench-many-', CARD);
  const begun = performance.now();
  const isFilled = sql`select from campaign where id = ${campaignId} and filled_at is not null`;
  await untilIs(db, isFilled, () => {
    peak = Math.max(peak, residentMegabytes(workerPid));
  });
  const seconds = (performance.now() - begun) / 1000;
  await db.execute(sql`update campaign set status = 'paused' where id = ${campaignId}`);
  const [row] = await db.execute<{ recipients: number }>(sql`select recipients from campaign where id = ${campaignId}`);
  if (row?.recipients !== recipients) throw new Error(`${row?.recipients} of ${recipients} messages were written`);
  return { idle, peak, seconds };
}

async function untilIs(db: CampaignShop['db'], query: ReturnType<typeof sql>, watch = () => {}): Promise<void> {
  const begun = performance.now();
  while ((await db.execute(query)).length === 0) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error('the campaign did not come to that');
    watch();
    await sleep(100);
  }
}
