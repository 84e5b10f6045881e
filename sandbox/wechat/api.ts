import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { err, ok, type Result } from '../result';
import { sleep } from '../runtime';
import { ACCOUNT_ENDPOINTS } from './account-endpoints';
import { type ApiAnswer, type ApiCall, type Endpoint, JSON_TYPE } from './api-call';
import { type ApiError, apiError, errorText } from './api-error';
import { carryOut } from './carry-out';
import { API_BASE } from './config';
import { closeConnection } from './connection';
import type { WechatContext } from './context';
import { newRid } from './ids';
import { MESSAGE_ENDPOINTS } from './message-endpoints';
import { readBody } from './read-body';
import { SNS_ENDPOINTS } from './sns-endpoints';
import { TOKEN_ENDPOINTS } from './token-endpoints';
import { checkAccessToken } from './tokens';

const MAX_BODY_BYTES = 256 * 1024;
const SLOW_ANSWER_MS = 3000;
/** Longer than any client waits. */
const LATE_ANSWER_MS = 15_000;

const ENDPOINTS = new Map(
  [...TOKEN_ENDPOINTS, ...SNS_ENDPOINTS, ...MESSAGE_ENDPOINTS, ...ACCOUNT_ENDPOINTS].map((one) => [one.path, one]),
);

/** api.weixin.qq.com: whatever happens, the status is 200 and the outcome is in the body. */
export function apiRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.all(`${API_BASE}/*`, limit, async (c) => {
    const endpoint = ENDPOINTS.get(c.req.path.slice(API_BASE.length));
    if (endpoint === undefined) return respond(c, ctx, err(apiError(40066)), JSON_TYPE);
    const call = await admit(c, ctx, endpoint);
    return call.ok ? run(c, ctx, endpoint, call.value) : respond(c, ctx, call, endpoint.contentType);
  });
  return app;
}

/** Method, credential, encoding: what is checked before anyone looks at what is asked. */
async function admit(c: Context, ctx: WechatContext, endpoint: Endpoint): Promise<Result<ApiCall, ApiError>> {
  if (c.req.method !== endpoint.method) return err(apiError(endpoint.method === 'GET' ? 43001 : 43002));
  const query = (name: string) => c.req.query(name) ?? '';
  const refused = endpoint.credential ? checkAccessToken(ctx, query('access_token')) : null;
  if (refused !== null) return err(refused);
  const body = endpoint.method === 'GET' ? ok({}) : await readBody(c.req.raw);
  if (!body.ok) return body;
  return ok({ query, body: body.value, origin: new URL(c.req.url).origin });
}

async function run(c: Context, ctx: WechatContext, endpoint: Endpoint, call: ApiCall): Promise<Response> {
  const { answer, delivery } = carryOut(ctx, endpoint, call);
  if (delivery === 'dropped') {
    closeConnection(c);
    return RESPONSE_ALREADY_SENT;
  }
  if (delivery === 'slow') await sleep(ctx.runtime, SLOW_ANSWER_MS);
  if (delivery === 'late') await sleep(ctx.runtime, LATE_ANSWER_MS);
  return respond(c, ctx, answer, endpoint.contentType);
}

function respond(c: Context, ctx: WechatContext, answer: ApiAnswer, contentType: Endpoint['contentType']): Response {
  const text = answer.ok ? answer.value : errorText(answer.error, newRid(ctx.runtime));
  return c.body(text, 200, { 'content-type': contentType });
}
