import type { Ctx } from '../ctx';
import { claimMessage } from './claim-message';
import { sendClaimed } from './send-claimed';

/**
 * Sends one message: commits that it is being sent, calls WeChat, commits what came of it. Whoever dies in between
 * leaves it `sending`, for recover-messages to decide. Not queued any more: nothing is done.
 */
export async function sendMessage(ctx: Ctx, { messageId }: { readonly messageId: number }): Promise<void> {
  const claimed = await claimMessage(ctx, messageId);
  if (claimed) await sendClaimed(ctx, [claimed]);
}
