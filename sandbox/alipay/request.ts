import { err, ok, type Result } from '../result';
import { type GatewayError, refusal } from './gateway-error';

export type Params = ReadonlyMap<string, string>;

const FORM = 'application/x-www-form-urlencoded';

/**
 * Query and form body as one set of parameters: the Node and Java SDKs split them, PHP sends all in the body.
 * A name may come twice (PHP repeats charset), but only with one value.
 */
export async function readParams(request: Request): Promise<Result<Params, GatewayError | 'not-a-form'>> {
  const query = [...new URL(request.url).searchParams];
  const contentType = request.headers.get('content-type') ?? '';
  if (request.method === 'GET' || contentType === '') return merge(query);
  if (contentType.split(';')[0]?.trim().toLowerCase() !== FORM) return err('not-a-form');
  return merge([...query, ...new URLSearchParams(await request.text())]);
}

function merge(pairs: readonly (readonly [string, string])[]): Result<Params, GatewayError> {
  const params = new Map<string, string>();
  for (const [name, value] of pairs) {
    const seen = params.get(name);
    if (seen !== undefined && seen !== value) return err(refusal('isv.invalid-parameter', `参数 ${name} 重复且不一致`));
    params.set(name, value);
  }
  return ok(params);
}
