// @ts-check
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import inject from 'light-my-request';
import { ByteLru } from '../lib/cache/byte-lru.mjs';
import { isPublicPage } from '../lib/public-pages.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => unknown} Handle */
/**
 * What everyone who asks for the page is given.
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, number | string | string[]>} headers
 * @property {string} etag
 * @property {Buffer} plain
 * @property {Buffer} gzipped
 */
/** @typedef {{ answer: Promise<Answer>, versions: object, begunAt: number }} Begun */

// What carries no tag (numbers of students) is minutes old anyway; this adds seconds.
const FRESH_MS = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_URL = 512;

// Next's client asks for parts of a page, others for pieces: that is not the page.
const OTHER_QUESTIONS = ['rsc', 'next-router-prefetch', 'next-action', 'range'];
const OF_ONE_ANSWER = ['x-request-id', 'x-nextjs-cache', 'date', 'connection', 'transfer-encoding', 'content-length'];

const compress = promisify(gzip);

/**
 * Whether anybody's answer will do. What people type into the search is rarely typed twice, and is not kept.
 * @param {Pick<Request, 'method' | 'url' | 'headers'>} request
 */
export function isForEveryone({ method, url = '', headers }) {
  if (method !== 'GET' || url.length > MAX_URL || OTHER_QUESTIONS.some((name) => name in headers)) return false;
  const [path = '', query = ''] = url.split('?', 2);
  return isPublicPage(path) && !new URLSearchParams(query).has('q');
}

/**
 * The answers of public pages, whole, in memory: rendered, hashed and compressed once for all who ask within seconds.
 * As with Next's own entries, an answer is given only while the tag versions from before its rendering are the current ones.
 */
export class PageAnswers {
  /** Of answers that may be kept. */
  #kept;
  /** Of all that are being made: who asks meanwhile waits for that one. @type {Map<string, Begun>} */
  #underWay = new Map();
  #handle;
  #versions;
  #now;

  /**
   * @param {Handle} handle renders
   * @param {() => Promise<object | null>} versions another object whenever a tag expired; null when that is not known
   * @param {{ now?: () => number, maxBytes?: number }} [options] `now` in milliseconds
   */
  constructor(handle, versions, { now = () => performance.now(), maxBytes = MAX_BYTES } = {}) {
    this.#handle = handle;
    this.#versions = versions;
    this.#now = now;
    this.#kept = new ByteLru(maxBytes);
  }

  /** @param {Request} request one that `isForEveryone` @param {Response} response */
  async serve(request, response) {
    const versions = await this.#versions();
    if (!versions) return this.#handle(request, response);
    send(request, response, await this.#answer(request, versions));
  }

  /** @param {Request} request @param {object} versions */
  #answer({ url = '', headers }, versions) {
    const holds = (/** @type {Begun | undefined} */ begun) =>
      begun?.versions === versions && this.#now() - begun.begunAt < FRESH_MS;
    const known = [this.#kept.get(url), this.#underWay.get(url)].find(holds);
    return known ? known.answer : this.#begin(url, headers['x-request-id'], versions);
  }

  /** @param {string} url @param {string | string[] | undefined} requestId @param {object} versions */
  #begin(url, requestId, versions) {
    const begun = { answer: this.#render(url, requestId), versions, begunAt: this.#now() };
    this.#underWay.set(url, begun);
    const keep = (/** @type {Answer} */ answer) => {
      if (isShared(answer)) this.#kept.set(url, begun, sizeOf(url, answer));
    };
    const end = () => {
      if (this.#underWay.get(url) === begun) this.#underWay.delete(url);
    };
    begun.answer.then(keep).then(end, end);
    return begun.answer;
  }

  /**
   * Renders for nobody in particular: nothing that one visitor sent gets into a page for all, neither cookie nor host.
   * @param {string} url @param {string | string[] | undefined} requestId @returns {Promise<Answer>}
   */
  async #render(url, requestId = '') {
    const headers = { 'x-request-id': requestId };
    const made = await inject(this.#handle, { method: 'GET', url, headers });
    const kept = Object.entries(made.headers).filter(([name]) => !OF_ONE_ANSWER.includes(name));
    const plain = made.rawPayload;
    return {
      status: made.statusCode,
      headers: Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
      etag: `W/"${createHash('sha1').update(plain).digest('base64url')}"`,
      plain,
      gzipped: await compress(plain),
    };
  }
}

/** @param {Answer} answer */
function isShared({ status, headers }) {
  return status === 200 && String(headers['cache-control']).startsWith('public') && !('set-cookie' in headers);
}

/** @param {string} url @param {Answer} answer */
const sizeOf = (url, { plain, gzipped }) => 2 * url.length + plain.length + gzipped.length + 4096;

/** @param {Request} request @param {Response} response @param {Answer} answer */
function send({ headers: asked }, response, { status, headers, etag, plain, gzipped }) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 200) {
    response.setHeader('etag', etag);
    if (matches(asked['if-none-match'], etag)) return response.writeHead(304).end();
  }
  response.setHeader('vary', [...new Set([...listOf(headers.vary), 'Accept-Encoding'])].join(', '));
  const body = accepts(asked['accept-encoding'], 'gzip') ? gzipped : plain;
  if (body === gzipped) response.setHeader('content-encoding', 'gzip');
  response.writeHead(status, { 'content-length': body.length }).end(body);
}

/** @param {number | string | string[] | undefined} header */
const listOf = (header = '') =>
  String(header)
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** @param {string | undefined} header @param {string} etag weak comparison (RFC 9110, 13.1.2) */
const matches = (header, etag) =>
  listOf(header).some((each) => each === '*' || each.replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** @param {string | string[] | undefined} header @param {string} coding RFC 9110, 12.5.3 */
const accepts = (header, coding) =>
  listOf(header).some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return (name === coding || name === '*') && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
