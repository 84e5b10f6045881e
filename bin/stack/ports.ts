import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error';

// The children of a start that was killed need a moment to go.
const RELEASE_MS = 4_000;

/** Fails with one line when somebody listens there. */
export async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  const deadline = Date.now() + RELEASE_MS;
  let problem = await tryListening(host, port);
  while (problem?.code === 'EADDRINUSE' && Date.now() < deadline) {
    await sleep(200);
    problem = await tryListening(host, port);
  }
  if (!problem) return;
  if (problem.code === 'EADDRINUSE') throw new StartError(`端口 ${port} 已被占用，请用 ${variable} 换一个端口`);
  throw new StartError(`无法监听 ${host}:${port}（${problem.code ?? problem.message}）`);
}

function tryListening(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

interface Wait {
  readonly url: string;
  readonly title: string;
  readonly timeoutMs: number;
  /** The greatest status that counts as ready. */
  readonly upTo: number;
  readonly signal: AbortSignal;
}

/** Until `url` answers well. Whatever it last said goes into the error. */
export async function waitForAnswer({ url, title, timeoutMs, upTo, signal }: Wait): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = '没有应答';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });
      const body = await answer.text();
      if (answer.status <= upTo) return;
      last = `${answer.status} ${body.slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(150, undefined, { signal }).catch(() => {});
  }
  throw new StartError(`${title}在 ${timeoutMs / 1000} 秒内没有就绪：${last}`);
}
