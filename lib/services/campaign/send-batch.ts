import type { Ctx } from '../ctx';
import { claimBatch } from '../message/claim-message';
import { sendClaimed } from '../message/send-claimed';

/** What a worker that dies leaves undecided, and what still goes after a pause, for each of its two lanes. */
const BATCH = 48;
const CONCURRENCY = 8;

/** Sends the next messages of a running campaign. False: there are none just now. */
export async function sendBatch(ctx: Ctx, campaignId: number): Promise<boolean> {
  const claimed = await claimBatch(ctx, { campaignId, limit: BATCH });
  await sendClaimed(ctx, claimed, CONCURRENCY);
  return claimed.length > 0;
}
