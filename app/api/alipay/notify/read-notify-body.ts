import type { NotifyBody } from '@/lib/services/payment/receive-notify';
import { readBytes } from '../../read-bytes';

const MAX_BYTES = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Reads a notify as far as it may be read: a form of at most 64 KB, decoded once, without repeated parameters. */
export async function readNotifyBody(request: Request): Promise<NotifyBody> {
  const { bytes, isCut } = await readBytes(request.body, MAX_BYTES);
  const body = new TextDecoder().decode(bytes);
  if (isCut) return { body, form: 'too_large' };
  // Alipay writes `application/x-www-form-urlencoded; text/html;charset=utf-8`: only the first part counts.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== FORM) return { body, form: 'not_a_form' };
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (form.has(name)) return { body, form: 'repeated_parameter' };
    form.set(name, value);
  }
  return { body, form };
}
