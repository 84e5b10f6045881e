import { and, eq, type SQL, sql } from 'drizzle-orm';
import { message } from '../schema';

/** The student has said no, or WeChat has for good: 43019 blacklisted, 43101 refused, and its own word for a block. */
const NO_USE = String.raw`^(43019|43101|failed: ?user block)`;

/**
 * Failed messages of a campaign that may be sent again: of those that were sent before the attempt that failed, the
 * first sending may have arrived, so they may not.
 */
export const mayGoAgain = (campaignId: number): SQL | undefined =>
  and(
    eq(message.campaignId, campaignId),
    eq(message.status, 'failed'),
    sql`${message.firstSentAt} is not distinct from ${message.sendingSince}`,
    sql`coalesce(${message.reason}, '') !~ ${NO_USE}`,
  );
