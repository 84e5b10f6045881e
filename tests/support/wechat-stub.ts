import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface StubRequest {
  readonly method: string;
  readonly path: string;
  /** As it came, not decoded. */
  readonly query: string;
  readonly params: URLSearchParams;
  /** The body's bytes as UTF-8 text. */
  readonly body: string;
}

/** What to answer: text is sent as it is; null: the connection is closed without an answer. */
type Answer = string | object | null;

export interface WechatStub {
  readonly url: string;
  readonly requests: readonly StubRequest[];
  readonly to: (path: string) => StubRequest[];
  stop(): Promise<void>;
}

/** An HTTP server on a port of its own that answers as the test says. */
export async function startWechatStub(answer: (request: StubRequest) => Answer | Promise<Answer>): Promise<WechatStub> {
  const requests: StubRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing, async (request) => {
      requests.push(request);
      return answer(request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    to: (path) => requests.filter((request) => request.path === path),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: StubRequest) => Promise<Answer>,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const body = Buffer.concat(chunks).toString('utf8');
  const params = new URLSearchParams(query);
  const said = await answer({ method: incoming.method ?? '', path, query, params, body });
  if (said === null) {
    outgoing.destroy();
    return;
  }
  // As the real one does for /sns: JSON as text/plain, status 200 whatever the outcome.
  outgoing.writeHead(200, { 'content-type': 'text/plain' });
  outgoing.end(typeof said === 'string' ? said : JSON.stringify(said));
}
