import { and, eq, lte, sql } from 'drizzle-orm';
import { campaign } from '@/db/schema';
import type { CampaignStatus } from '@/lib/domain/campaign-state';
import type { Ctx } from '../ctx';

interface Begun {
  readonly status: CampaignStatus;
  /** Whether all its messages are written. */
  readonly isFilled: boolean;
}

/** A campaign whose time has come begins. Tells how it stands; null: there is none. */
export async function beginCampaign(ctx: Ctx, campaignId: number): Promise<Begun | null> {
  const isDue = and(eq(campaign.status, 'scheduled'), lte(campaign.scheduledAt, ctx.now));
  await ctx.db
    .update(campaign)
    .set({ status: 'running', startedAt: sql`coalesce(${campaign.startedAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(and(eq(campaign.id, campaignId), isDue));
  const [found] = await ctx.db
    .select({ status: campaign.status, isFilled: sql<boolean>`${campaign.filledAt} is not null` })
    .from(campaign)
    .where(eq(campaign.id, campaignId));
  return found ?? null;
}
