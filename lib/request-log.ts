import 'server-only';
import { headers } from 'next/headers';
import { logger } from './logger';
import type { Log } from './services/ctx';

/** The log of the current request: every line carries the id that the server gave it. */
export async function requestLog(): Promise<Log> {
  const requestId = (await headers()).get('x-request-id');
  const log: Log = requestId ? logger().child({ requestId }) : logger();
  return log;
}
