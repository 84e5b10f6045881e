import type { Runtime } from '../runtime';
import type { Delivery } from './events';

const ANSWER_TIMEOUT_MS = 15_000;
const KEPT_CHARACTERS = 200;

/** One POST to the merchant. Only status 200 with the body `success`, nothing around it, counts; no redirect is followed. */
export async function sendNotify(runtime: Runtime, url: string, params: Record<string, string>): Promise<Delivery> {
  const at = runtime.now();
  try {
    const response = await runtime.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams(params).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const responseBody = await readStart(response);
    const success = response.status === 200 && responseBody === 'success';
    return { at, outcome: success ? 'success' : 'refused', httpStatus: response.status, responseBody, params };
  } catch {
    return { at, outcome: 'unreachable', httpStatus: null, responseBody: null, params };
  }
}

/** The first characters of the answer, without reading an endless one to its end. */
async function readStart(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > KEPT_CHARACTERS) break;
  }
  return text.slice(0, KEPT_CHARACTERS);
}
