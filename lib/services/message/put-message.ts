import type { TxCtx } from '../ctx';
import { insertMessages, type NewMessage } from './insert-messages';

/**
 * Puts a message into the outbox, in the business transaction that caused it: it is sent if and only if that commits,
 * as soon as the account has a WeChat. The caller has locked the account. For many at once: start-campaign.
 */
export async function putMessage(ctx: TxCtx, message: NewMessage): Promise<'put' | 'repeated'> {
  const { queued, waiting } = await insertMessages(ctx, [message]);
  return queued + waiting > 0 ? 'put' : 'repeated';
}
