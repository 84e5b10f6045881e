import type { Db } from '@/db/client';
import { enqueueAll } from '../enqueue';

/** After what orders wait for, and after what the shop tells one student. */
const PRIORITY = 20;

interface RunOptions {
  readonly runAt: Date;
  /** A run that waits already keeps its time: somebody may have wanted it sooner. */
  readonly keepTime?: boolean;
}

/** One job a campaign: adding it again only moves it. */
export const enqueueRun = (db: Db, campaignId: number, { runAt, keepTime = false }: RunOptions): Promise<void> =>
  enqueueAll(
    db,
    'campaign.run',
    [{ payload: { campaignId }, key: `campaign:${campaignId}:run`, runAt, priority: PRIORITY }],
    { keepTime },
  );
