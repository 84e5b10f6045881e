import pino from 'pino';
import { env } from './env';

let root: pino.Logger | undefined;

const SECRET = ['password', 'token', 'secret', 'cookie', 'authorization', 'phone', 'email'];

/** JSON lines on stdout. Pass ids and codes only: no names, phones, secrets or bodies. */
export function logger(): pino.Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  });
  return root;
}

/** What may be logged of an error: a database error carries the statement's parameters in its message, its cause does not. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const cause = error.cause instanceof Error ? error.cause : null;
  const told = error.name === 'DrizzleQueryError' || 'query' in error ? (cause ?? new Error('query failed')) : error;
  return {
    name: told.name,
    message: told.message.slice(0, 500),
    ...('code' in told ? { code: told.code } : {}),
    ...('constraint_name' in told ? { constraint: told.constraint_name } : {}),
    // The first line of a stack is the message again.
    stack: error.stack?.split('\n    at ').slice(1, 12).join(' < '),
  };
}

interface FailedRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** For `onRequestError` of instrumentation.ts. The query is left out: it may carry personal data. */
export function logRequestError(error: unknown, request: FailedRequest, context: { readonly routePath: string }): void {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  logger().error(
    {
      requestId: request.headers['x-request-id'],
      method: request.method,
      path: request.path.split('?')[0],
      route: context.routePath,
      digest,
      error: errorFields(error),
    },
    'request failed',
  );
}
