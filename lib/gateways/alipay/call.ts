import type { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import { beijingTime } from './beijing-time';

const TIMEOUT_MS = 8000;
const MAX_ANSWER = 64 * 1024;

/** unknown: nothing may be concluded; `raw` is what came, verbatim, or why nothing came. */
export type Answer =
  | { readonly kind: 'success'; readonly data: unknown; readonly raw: string }
  | { readonly kind: 'refused'; readonly subCode: string; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

const envelopeSchema = z.object({ sign: z.string().min(1) });
const headSchema = z.object({ code: z.string(), sub_code: z.string().optional() });

/**
 * Signs with the SDK, sends, verifies with the SDK. Not `sdk.exec`: it throws the raw answer away, and it parses
 * the whole body where only one substring of it was signed. Here exactly what was verified is what is parsed.
 */
export async function call(
  sdk: AlipaySdk,
  method: string,
  bizContent: Record<string, string>,
  now: Date,
): Promise<Answer> {
  const sent = await send(sdk, method, bizContent, now);
  return sent.ok ? read(sdk, method, sent.raw) : { kind: 'unknown', raw: sent.raw };
}

/** Public parameters in the query, biz_content in the body, as the official SDKs do. */
async function send(sdk: AlipaySdk, method: string, bizContent: Record<string, string>, now: Date) {
  const params = new URLSearchParams(sdk.sdkExecute(method, { timestamp: beijingTime(now), bizContent }));
  const body = new URLSearchParams({ biz_content: params.get('biz_content') ?? '' });
  params.delete('biz_content');
  const address = new URL(sdk.config.gateway);
  address.search = params.toString();
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { method: 'POST', body, signal, redirect: 'error', cache: 'no-store' });
    const raw = (await response.text()).slice(0, MAX_ANSWER);
    return { ok: response.status === 200, raw };
  } catch (error) {
    return { ok: false, raw: error instanceof Error ? `${error.name}: ${error.message}` : 'no answer' };
  }
}

function read(sdk: AlipaySdk, method: string, raw: string): Answer {
  const data = verified(sdk, `${method.replaceAll('.', '_')}_response`, raw);
  const head = headSchema.safeParse(data);
  if (!head.success) return { kind: 'unknown', raw };
  if (head.data.code === '10000') return { kind: 'success', data, raw };
  // 40004 is a business refusal. 20000 is no outcome; any other code means the request never reached the business.
  if (head.data.code === '40004' && head.data.sub_code) return { kind: 'refused', subCode: head.data.sub_code, raw };
  return { kind: 'unknown', raw };
}

/** The signed substring, parsed; null when it is not there, not signed or not JSON. */
function verified(sdk: AlipaySdk, responseKey: string, raw: string): unknown {
  try {
    const { sign } = envelopeSchema.parse(JSON.parse(raw));
    sdk.checkResponseSign(raw, responseKey, sign, '');
    return JSON.parse(sdk.getSignStr(raw, responseKey));
  } catch {
    return null;
  }
}
