import pino from 'pino';
import { env } from './env';

let root: pino.Logger | undefined;

/** JSON lines on stdout. Pass ids and codes only: no names, phones, secrets or bodies. */
export function logger(): pino.Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        'cookie',
        'authorization',
        'phone',
        'email',
        '*.password',
        '*.phone',
        '*.email',
      ],
      censor: '[redacted]',
    },
  });
  return root;
}
