import { beginCampaign } from '@/lib/services/campaign/begin-campaign';
import { cancelLeft } from '@/lib/services/campaign/cancel-left';
import { enqueueRun } from '@/lib/services/campaign/enqueue-run';
import { fillCampaign } from '@/lib/services/campaign/fill-campaign';
import { finishCampaign } from '@/lib/services/campaign/finish-campaign';
import { sendBatch } from '@/lib/services/campaign/send-batch';
import type { Ctx } from '@/lib/services/ctx';

/** So long at a time, then the job stands in the queue again, behind what has become due meanwhile. */
const SLICE_MS = 20_000;
/** While one lane reads and writes the database, the other sends. */
const LANES = 2;

/**
 * A slice of a campaign's work: writes its messages, sends them, marks what is left of a cancelled one. Every step
 * looks anew whether the campaign still runs, and leaves nothing that another worker, or this one after it died, could
 * not go on with.
 */
export async function runCampaign(createCtx: () => Ctx, campaignId: number): Promise<void> {
  const begun = await beginCampaign(createCtx(), campaignId);
  if (begun?.status !== 'running' && begun?.status !== 'cancelled') return;
  const until = performance.now() + SLICE_MS;
  const isOver = async (step: () => Promise<unknown>): Promise<boolean> => {
    while (performance.now() < until) if (!(await step())) return true;
    return false;
  };
  const sendAll = async () => {
    const lane = () => isOver(() => sendBatch(createCtx(), campaignId));
    return (await Promise.all(Array.from({ length: LANES }, lane))).every(Boolean);
  };
  const isDone =
    begun.status === 'cancelled'
      ? await isOver(() => cancelLeft(createCtx(), campaignId))
      : (await isOver(() => fillCampaign(createCtx(), campaignId))) && (await sendAll());
  const { db, now } = createCtx();
  if (!isDone) return enqueueRun(db, campaignId, { runAt: now, keepTime: true });
  const next = begun.status === 'running' ? await finishCampaign(createCtx(), campaignId) : null;
  if (next) await enqueueRun(db, campaignId, { runAt: next, keepTime: true });
}
