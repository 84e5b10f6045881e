import { serve } from '@hono/node-server';
import { createAlipay } from './alipay/alipay';
import { createApp, onOff, type Sides } from './app';
import { readEnv, type SandboxEnv } from './env';
import { systemRuntime } from './runtime';
import { createWechat } from './wechat/wechat';

const HOST = '127.0.0.1';

function start(env: SandboxEnv): void {
  let sides: Sides = { alipay: null, wechat: null };
  let handle = (_request: Request, _bindings: object): Response | Promise<Response> =>
    new Response(null, { status: 503 });
  // The port guards the data folder: the journal is opened, and its notifies resumed, only once the port is ours.
  const fetch = (request: Request, bindings: object) => handle(request, bindings);
  const server = serve({ fetch, hostname: HOST, port: env.port }, ({ port }) => {
    sides = openSides(env);
    const app = createApp(sides);
    handle = (request, bindings) => app.fetch(request, bindings);
    const { alipay, wechat } = sides;
    console.log(`sandbox: listening on http://${HOST}:${port} (alipay ${onOff(alipay)}, wechat ${onOff(wechat)})`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'EADDRINUSE' ? `port ${env.port} on ${HOST} is already in use` : error.message);
  });
  const stop = (): void => {
    sides.alipay?.close();
    sides.wechat?.close();
    // Open connections and notifies under way do not hold the exit up: the journal resumes what is unfinished.
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function openSides({ alipay, wechat, dataDir }: SandboxEnv): Sides {
  try {
    return {
      alipay: alipay === null ? null : createAlipay(alipay, systemRuntime, dataDir),
      wechat: wechat === null ? null : createWechat(wechat, systemRuntime, dataDir),
    };
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
