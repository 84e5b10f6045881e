import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from './processes';

export const CONNECTIONS = 32;

/** What a load generator asks for again and again. */
export interface Target {
  readonly origin: string;
  /** One after the other, over and over. */
  readonly paths: readonly string[];
  readonly cookie?: string;
}

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon');

const reportSchema = z.object({
  requests: z.object({ average: z.number() }),
  errors: z.number(),
  timeouts: z.number(),
  non2xx: z.number(),
});

/** Requests a second that pages answer, asked by autocannon in a process of its own over 32 connections. */
export async function requestsPerSecond({ origin, paths, cookie }: Target, seconds: number): Promise<number> {
  const headers = cookie ? [{ name: 'cookie', value: cookie }] : [];
  const entries = paths.map((path) => ({ request: { method: 'GET', url: `${origin}${path}`, headers } }));
  const dir = mkdtempSync(join(tmpdir(), 'luffy-bench-'));
  const har = join(dir, 'requests.har');
  writeFileSync(har, JSON.stringify({ log: { entries } }));
  try {
    const options = ['-c', String(CONNECTIONS), '-d', String(seconds), '--json', '--har', har];
    const out = await run({ args: [AUTOCANNON, ...options, origin], env: process.env });
    const report = reportSchema.parse(JSON.parse(out));
    const bad = report.errors + report.timeouts + report.non2xx;
    if (bad > 0) throw new Error(`${origin}${paths[0]}: ${bad} requests failed`);
    return report.requests.average;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export interface Measured {
  readonly name: string;
  readonly runs: readonly number[];
  readonly median: number;
}

/** Several things measured in turn, `times` over, so that a machine that slows down slows down all of them. */
export async function inTurn(
  measures: readonly { readonly name: string; readonly measure: () => Promise<number> }[],
  times: number,
): Promise<(name: string) => Measured> {
  const runs = new Map<string, number[]>(measures.map(({ name }) => [name, []]));
  for (let round = 0; round < times; round++) {
    for (const { name, measure } of measures) {
      const value = await measure();
      runs.get(name)?.push(value);
      console.log(`  ${name}: ${value.toFixed(1)}`);
    }
  }
  return (name) => {
    const values = runs.get(name);
    if (!values) throw new Error(`${name} was not measured`);
    return { name, runs: values, median: median(values) };
  };
}
