import { Agent, request } from 'node:http';
import type { HtmlForm } from './html-form';
import { pressed } from './html-form';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where it redirects to. */
  readonly location: string | null;
  readonly cookies: readonly string[];
}

/** One line to a server for each of `connections`, kept open. */
export const keepAlive = (connections: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });

interface Send {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export function send(agent: Agent, { url, method, headers, body }: Send): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const call = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { location } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          location: location ?? null,
          cookies: response.headers['set-cookie'] ?? [],
        });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

const BOUNDARY = 'luffy-bench-boundary';

/** What a form sends, as its enctype says. */
export const multipart = (fields: readonly (readonly [string, string])[]): { type: string; body: Buffer } => ({
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  body: Buffer.from(
    `${fields
      .map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('')}--${BOUNDARY}--\r\n`,
  ),
});

/** A browser without JavaScript, with one cookie: it opens pages and sends their forms. */
export class Browser {
  /** How often it asked the server. */
  requests = 0;

  constructor(
    private readonly agent: Agent,
    private readonly site: string,
    private readonly cookie: string,
  ) {}

  async open(path: string): Promise<string> {
    const answer = await this.ask({ url: `${this.site}${path}`, method: 'GET', headers: { cookie: this.cookie } });
    return expectStatus(answer, 200, path).body;
  }

  /** Presses a button of a form that stands on the page at `path`. */
  async press(
    path: string,
    form: HtmlForm,
    button: string,
    typed: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const { type, body } = multipart(pressed(form, button, typed));
    const headers = { cookie: this.cookie, 'content-type': type, origin: this.site };
    return this.ask({ url: `${this.site}${form.action || path}`, method: 'POST', headers, body });
  }

  /** Something else than a page, like a callback. */
  async post(path: string, type: string, body: string): Promise<Answer> {
    const headers = { 'content-type': type };
    return this.ask({ url: `${this.site}${path}`, method: 'POST', headers, body: Buffer.from(body) });
  }

  private ask(what: Send): Promise<Answer> {
    this.requests++;
    return send(this.agent, what);
  }
}

export function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  throw new Error(`${what} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
}
