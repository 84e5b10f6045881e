import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { PROOF } from '@/tests/proof/size';
import { countsOf, fill, mintCampaign, mintCrowd, readCampaign } from '@/tests/support/campaign-factories';
import { unique } from '@/tests/support/factories';
import { CARD } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { beginCampaign } from './begin-campaign';
import { fillCampaign } from './fill-campaign';
import { finishCampaign } from './finish-campaign';

const RECIPIENTS = PROOF.isLong ? 100_000 : 10_000;
const MOST_GROWTH_MB = 40;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const residentMegabytes = () => process.memoryUsage.rss() / 1024 / 1024;

it(
  `${RECIPIENTS} messages are written without passing through this process`,
  async () => {
    const tag = unique('flat');
    await mintCrowd(test.db, tag, RECIPIENTS);
    const campaignId = await mintCampaign(test.db, tag, CARD);
    const ctx = systemCtx(test.db);
    await beginCampaign(ctx, campaignId);
    await fillCampaign(ctx, campaignId);
    const before = residentMegabytes();
    let peak = before;
    let sets = 1;
    for (; await fillCampaign(ctx, campaignId); sets += 1) peak = Math.max(peak, residentMegabytes());
    expect(peak - before).toBeLessThan(MOST_GROWTH_MB);
    expect(await readCampaign(test.db, campaignId)).toMatchObject({ recipients: RECIPIENTS });
    expect(await countsOf(test.db, campaignId)).toEqual({ queued: RECIPIENTS });
    // The last one finds nobody left.
    expect(sets).toBe(RECIPIENTS / 1000 + 1);
    const [row] = await test.db.execute<{ accounts: number; topics: string[]; keys: number }>(sql`
    select count(distinct account_id)::int as accounts, array_agg(distinct topic) as topics,
      count(distinct client_msg_id)::int as keys
    from message where campaign_id = ${campaignId}`);
    expect(row).toEqual({ accounts: RECIPIENTS, topics: ['news'], keys: RECIPIENTS });
  },
  PROOF.timeoutMs,
);

it('an audience that is empty by then ends at once', async () => {
  const tag = unique('empty');
  await mintCrowd(test.db, tag, 1);
  const campaignId = await mintCampaign(test.db, tag);
  await test.db.execute(sql`update wechat_user set account_id = null, bound_at = null where openid like ${`${tag}%`}`);
  await fill(test.db, campaignId);
  expect(await readCampaign(test.db, campaignId)).toMatchObject({ recipients: 0, status: 'running' });
  expect(await finishCampaign(systemCtx(test.db), campaignId)).toBeNull();
  expect(await readCampaign(test.db, campaignId)).toMatchObject({ status: 'finished' });
});
