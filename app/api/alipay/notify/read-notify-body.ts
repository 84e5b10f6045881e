import type { NotifyBody } from '@/lib/services/payment/receive-notify';

const MAX_BYTES = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Reads a notify as far as it may be read: a form of at most 64 KB, decoded once, without repeated parameters. */
export async function readNotifyBody(request: Request): Promise<NotifyBody> {
  const { body, isCut } = await readText(request.body);
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

/** Counts what arrives instead of trusting content-length, and stops at the limit. A sender that breaks off sent that much. */
async function readText(stream: ReadableStream<Uint8Array> | null): Promise<{ body: string; isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream ?? []) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > MAX_BYTES) break;
    }
  } catch {
    // What is missing is missed by the signature.
  }
  return { body: new TextDecoder().decode(Buffer.concat(chunks)), isCut: size > MAX_BYTES };
}
