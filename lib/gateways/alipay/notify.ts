import type { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import type { AlipayConfig, VerifyOutcome } from './gateway';
import { toTrade, tradeSchema } from './trade';

const notifySchema = tradeSchema.extend({
  notify_id: z.string().min(1).max(128),
  app_id: z.string(),
  seller_id: z.string(),
});

const refused = (reason: Extract<VerifyOutcome, { ok: false }>['reason']): VerifyOutcome => ({ ok: false, reason });

/** Signature first: what an unsigned message says about itself decides nothing. */
export function checkNotify(sdk: AlipaySdk, config: AlipayConfig, form: ReadonlyMap<string, string>): VerifyOutcome {
  if (!isSigned(sdk, form)) return refused('bad_signature');
  if (form.get('app_id') !== config.appId) return refused('wrong_app');
  if (form.get('seller_id') !== config.sellerId) return refused('wrong_seller');
  const said = notifySchema.safeParse(Object.fromEntries(form));
  if (!said.success) return refused('malformed');
  return { ok: true, notify: { notifyId: said.data.notify_id, trade: toTrade(said.data) } };
}

/** The SDK takes the algorithm from the message, so anything but RSA2 is refused before it is asked. */
function isSigned(sdk: AlipaySdk, form: ReadonlyMap<string, string>): boolean {
  if (form.get('sign_type') !== 'RSA2' || !form.get('sign')) return false;
  const all = Object.fromEntries(form);
  // Senders disagree about parameters with empty values: they are signed either as `name=` or not at all.
  const filled = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  return sdk.checkNotifySignV2(all) || sdk.checkNotifySignV2(filled);
}
