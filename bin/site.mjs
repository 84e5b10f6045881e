// @ts-check
// The site: Next behind a server of our own, so that nobody can lie about where a request comes from.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import next from 'next';
import { shared } from '../lib/cache-handler.mjs';
import { parseHops, trustHeaders } from './forwarded.mjs';
import { isForEveryone, PageAnswers } from './page-answers.mjs';

const DRAIN_MS = 8_000;

const hostname = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const hops = parseHops(process.env.TRUSTED_PROXY_HOPS) ?? fail('环境变量 TRUSTED_PROXY_HOPS: 应是 0–9 的整数');

const app = next({ dev: false, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const pages = new PageAnswers(handle, async () => (shared ? shared.tags.current() : null));

const server = createServer((request, response) => {
  trustHeaders(request.headers, { hops, remoteAddress: request.socket.remoteAddress });
  const requestId = randomUUID();
  request.headers['x-request-id'] = requestId;
  response.setHeader('x-request-id', requestId);
  if (!isForEveryone(request)) return void handle(request, response);
  pages.serve(request, response).catch((error) => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  });
});

server.on('error', (error) => fail(`网站无法监听 ${hostname}:${port}：${error.message}`));
server.listen(port, hostname);

// Requests under way are answered, new ones are not taken.
async function shutdown() {
  const drained = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  await drained;
  await app.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void shutdown());

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(`✗ ${line}`);
  process.exit(1);
}
