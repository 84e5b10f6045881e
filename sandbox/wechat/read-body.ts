import { err, ok, type Result } from '../result';
import { type ApiError, apiError } from './api-error';

const ESCAPED = /(?<!\\)(?:\\\\)*\\u[0-9a-f]{4}/i;

/** The JSON object of a POST, looked at in its raw form: Chinese has to stand there as it is, not as \uXXXX. */
export async function readBody(request: Request): Promise<Result<Readonly<Record<string, unknown>>, ApiError>> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return err(apiError(44002));
  const text = decode(bytes);
  if (text === null || ESCAPED.test(text)) return err(apiError(40033));
  const value = parse(text);
  return isRecord(value) ? ok(value) : err(apiError(47001));
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
