import 'server-only';
import { headers } from 'next/headers';
import { logger } from './logger';
import type { Log } from './services/ctx';

/** The log of a route's request: every line carries the id that the server gave it. */
export function requestLogOf(request: { readonly headers: Pick<Headers, 'get'> }): Log {
  const requestId = request.headers.get('x-request-id');
  return requestId ? logger().child({ requestId }) : logger();
}

/** The log of the request that a page or an action is answering. */
export const requestLog = async (): Promise<Log> => requestLogOf({ headers: await headers() });
