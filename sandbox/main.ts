import { serve } from '@hono/node-server';
import { type AlipaySandbox, createAlipay } from './alipay/alipay';
import { createApp } from './app';
import { readEnv, type SandboxEnv } from './env';
import { systemRuntime } from './runtime';

const HOST = '127.0.0.1';

function start(env: SandboxEnv): void {
  let alipay: AlipaySandbox | null = null;
  let handle = (_request: Request): Response | Promise<Response> => new Response(null, { status: 503 });
  // The port guards the data folder: the journal is opened, and its notifies resumed, only once the port is ours.
  const server = serve({ fetch: (request) => handle(request), hostname: HOST, port: env.port }, ({ port }) => {
    alipay = openAlipay(env);
    const app = createApp({ alipay });
    handle = (request) => app.fetch(request);
    console.log(`sandbox: listening on http://${HOST}:${port} (alipay ${alipay === null ? 'off' : 'on'})`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'EADDRINUSE' ? `port ${env.port} on ${HOST} is already in use` : error.message);
  });
  const stop = (): void => {
    alipay?.close();
    // Open connections and notifies under way do not hold the exit up: the journal resumes what is unfinished.
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function openAlipay(env: SandboxEnv): AlipaySandbox | null {
  try {
    return env.alipay === null ? null : createAlipay(env.alipay, systemRuntime, env.dataDir);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  console.error(`sandbox: ${message}`);
  process.exit(1);
}

const env = readEnv(process.env);
if (!env.ok) fail(env.error);
start(env.value);
