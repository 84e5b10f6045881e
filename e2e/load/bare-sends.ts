import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** Nothing but the HTTP calls of a campaign, so many at a time; prints how many seconds they took. */
const { url, bodies, concurrency } = z
  .object({ url: z.url(), bodies: z.array(z.string()), concurrency: z.int() })
  .parse(JSON.parse(await text(process.stdin)));

async function sendRest(rest: Iterable<string>): Promise<void> {
  for (const body of rest) {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch(url, { method: 'POST', headers, body });
    JSON.parse(await response.text());
  }
}

async function sendAll(): Promise<number> {
  const begun = performance.now();
  const rest = bodies.values();
  await Promise.all(Array.from({ length: concurrency }, () => sendRest(rest)));
  return (performance.now() - begun) / 1000;
}

// Once before: the worker has run for a while, too.
await sendAll();
console.log(JSON.stringify({ seconds: await sendAll() }));
