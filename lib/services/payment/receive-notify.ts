import type { SettleVerdict } from '@/lib/domain/settle-verdict';
import type { NotifyRefusal } from '@/lib/gateways/alipay/gateway';
import type { Ctx } from '../ctx';
import { recordEvent } from './record-event';
import { settlePayment } from './settle-payment';

/** Why a body was not even looked into. */
export type FormRefusal = 'too_large' | 'not_a_form' | 'repeated_parameter';

/** A request's body, verbatim, and its parameters if they could be read. */
export interface NotifyBody {
  readonly body: string;
  readonly form: ReadonlyMap<string, string> | FormRefusal;
}

/** Anyone may send us these, so little of them is kept. */
const REFUSED_BODY = 4 * 1024;

/** Takes a notify from anywhere. Resolves once what it changes is committed. */
export async function receiveNotify(
  ctx: Ctx,
  { body, form }: NotifyBody,
): Promise<SettleVerdict | NotifyRefusal | FormRefusal> {
  if (typeof form === 'string') return refuse(ctx, form, body);
  const verified = ctx.gateways.alipay.verifyNotify(form);
  if (!verified.ok) return refuse(ctx, verified.reason, body);
  const { notifyId, trade } = verified.notify;
  return settlePayment(ctx, { trade, heard: { source: 'notify', body, notifyId } });
}

async function refuse<R extends NotifyRefusal | FormRefusal>(ctx: Ctx, verdict: R, body: string): Promise<R> {
  ctx.log.warn({ verdict }, 'notify refused');
  await recordEvent(ctx.db, { source: 'notify', body: body.slice(0, REFUSED_BODY), verdict, receivedAt: ctx.now });
  return verdict;
}
