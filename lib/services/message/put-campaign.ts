import { asc, inArray } from 'drizzle-orm';
import { account, campaign } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { TxCtx } from '../ctx';
import { type Inserted, insertMessages } from './insert-messages';

export interface NewCampaign {
  readonly createdBy: number;
  readonly title: string;
  readonly content: MessageContent;
  /** Accounts; each gets it once. */
  readonly recipients: readonly number[];
}

/** Rows of one INSERT: each has ten parameters, and PostgreSQL takes 65 535 a statement. */
const CHUNK = 1000;

/**
 * One message to many accounts, which it locks by their ids: it comes before anything that locks an order or a coupon.
 * Who has no WeChat yet gets it once bound.
 */
export async function putCampaign(ctx: TxCtx, input: NewCampaign): Promise<Inserted & { readonly campaignId: number }> {
  const recipients = await lockAccounts(ctx, input.recipients);
  const [created] = await ctx.db
    .insert(campaign)
    .values({ createdBy: input.createdBy, title: input.title, createdAt: ctx.now })
    .returning({ id: campaign.id });
  if (!created) throw new Error('a campaign was not written');

  const { title, content } = input;
  const shared = { cause: `campaign:${created.id}`, title, content, campaignId: created.id };
  let [queued, waiting] = [0, 0];
  for (let at = 0; at < recipients.length; at += CHUNK) {
    const chunk = recipients.slice(at, at + CHUNK);
    const inserted = await insertMessages(
      ctx,
      chunk.map((accountId) => ({ ...shared, accountId })),
    );
    queued += inserted.queued;
    waiting += inserted.waiting;
  }
  return { campaignId: created.id, queued, waiting };
}

async function lockAccounts(ctx: TxCtx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const locked = await ctx.db
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.id, [...ids]))
    .orderBy(asc(account.id))
    .for('no key update');
  return locked.map(({ id }) => id);
}
