import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { isForEveryone, PageAnswers } from './page-answers.mjs';

const PUBLIC = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' };
const PAGE = `<p>${'课程'.repeat(2000)}</p>`;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A site whose pages count how often they are rendered; the test moves its clock and its tags. */
async function site(render?: (request: IncomingMessage, response: ServerResponse, count: number) => void) {
  const state: { rendered: number; now: number; versions: object | null } = { rendered: 0, now: 0, versions: {} };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    state.rendered++;
    if (render) return render(request, response, state.rendered);
    response.writeHead(200, PUBLIC).end(PAGE);
  };
  const pages = new PageAnswers(handle, async () => state.versions, { now: () => state.now });
  const server = createServer((request, response) => void pages.serve(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${address.port}${path}`, { headers, redirect: 'manual' });
  return { state, get };
}

const answering = (status: number, headers: OutgoingHttpHeaders, body = '') => {
  return (_: IncomingMessage, response: ServerResponse) => void response.writeHead(status, headers).end(body);
};

describe('what is for everyone', () => {
  const asked = (url: string, headers = {}, method = 'GET') => isForEveryone({ method, url, headers });

  test.each(['/', '/?from=wechat', '/courses', '/courses?type=vip&page=2', '/courses/python', '/degrees/ai'])(
    '%s is',
    (url) => expect(asked(url)).toBe(true),
  );

  test.each([
    '/cart',
    '/courses/python/x',
    '/courses?q=Python',
    '/courses?type=vip&q=',
    '/learn/python',
    '/admin',
    '//',
  ])('%s is not', (url) => expect(asked(url)).toBe(false));

  test('parts of a page, pieces and what changes something are not', () => {
    expect(asked('/courses', { rsc: '1' })).toBe(false);
    expect(asked('/courses', { 'next-action': 'x' })).toBe(false);
    expect(asked('/courses', { range: 'bytes=0-1' })).toBe(false);
    expect(asked('/courses', {}, 'POST')).toBe(false);
    expect(asked(`/courses?type=${'x'.repeat(600)}`)).toBe(false);
  });
});

describe('a public page', () => {
  test('is rendered once for many, also for those who come while it is being rendered', async () => {
    const { state, get } = await site(
      (_, response) => void setTimeout(() => response.writeHead(200, PUBLIC).end(PAGE), 50),
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/courses')));
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array.from({ length: 20 }, () => PAGE));
    await get('/courses');
    expect(state.rendered).toBe(1);
    await get('/courses?type=vip');
    expect(state.rendered).toBe(2);
  });

  test('is rendered again when a tag expired, and after ten seconds', async () => {
    const { state, get } = await site();
    await get('/');
    state.versions = {};
    await get('/');
    expect(state.rendered).toBe(2);
    state.now = 9_999;
    await get('/');
    expect(state.rendered).toBe(2);
    state.now = 10_000;
    await get('/');
    expect(state.rendered).toBe(3);
  });

  test('that a tag overtook while it was being rendered serves those who asked before, nobody after', async () => {
    const { state, get } = await site((_, response, count) => {
      if (count > 1) return void response.writeHead(200, PUBLIC).end('new');
      state.versions = {};
      setTimeout(() => response.writeHead(200, PUBLIC).end('old'), 50);
    });
    const before = get('/');
    await expect.poll(() => state.rendered).toBe(1);
    expect(await (await get('/')).text()).toBe('new');
    expect(await (await before).text()).toBe('old');
    expect(await (await get('/')).text()).toBe('new');
  });

  test('holds nothing of the visitor for whom it was rendered', async () => {
    const { get } = await site((request, response) => {
      response.writeHead(200, PUBLIC).end(JSON.stringify(request.headers));
    });
    const body = await (
      await get('/', { cookie: 'session=mine', 'user-agent': 'me', 'x-forwarded-host': 'evil' })
    ).text();
    expect(body).not.toMatch(/mine|evil|127\.0\.0\.1|"me"/);
  });

  test('comes compressed to those who take it, whole to the others, and not at all to those who have it', async () => {
    const { get } = await site();
    const zipped = await get('/', { 'accept-encoding': 'br, gzip;q=0.5' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(200);
    expect(await zipped.text()).toBe(PAGE);
    for (const refusal of ['identity', 'gzip;q=0', 'br, gzip; q=0.0']) {
      const plain = await get('/', { 'accept-encoding': refusal });
      expect([refusal, plain.headers.get('content-encoding')]).toEqual([refusal, null]);
      expect(await plain.text()).toBe(PAGE);
      expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    }
    const etag = zipped.headers.get('etag') ?? '';
    const again = await get('/', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([
      304,
      '',
      PUBLIC['cache-control'],
    ]);
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('what is not kept', () => {
  test.each([
    ['a page that is not there', answering(404, PUBLIC, 'nothing')],
    ['a failure', answering(500, PUBLIC)],
    ['a redirect', answering(307, { ...PUBLIC, location: '/courses' })],
    ['a private page', answering(200, { ...PUBLIC, 'cache-control': 'private, no-store' }, 'mine')],
    ['a page with a cookie', answering(200, { ...PUBLIC, 'set-cookie': 'a=b' }, 'mine')],
  ])('%s', async (_, render) => {
    const { state, get } = await site(render);
    const first = await get('/courses/x');
    const second = await get('/courses/x');
    expect(state.rendered).toBe(2);
    expect([second.status, second.headers.get('location')]).toEqual([first.status, first.headers.get('location')]);
  });

  test('anything, while nobody knows which tags expired', async () => {
    const { state, get } = await site();
    state.versions = null;
    await get('/');
    expect(await (await get('/')).text()).toBe(PAGE);
    expect(state.rendered).toBe(2);
  });
});
