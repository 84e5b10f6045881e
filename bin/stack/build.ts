import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scriptHosts } from '@/lib/script-hosts.mjs';
import type { Variables } from './sides';
import type { Program } from './supervisor';

// Everything that a build reads. Missing ones are skipped.
const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
];
const STAMP = '.next/luffy-build.json';

/** Builds the site unless .next was made from these very sources by this version of Node. */
export async function buildWhenStale(run: (program: Program) => Promise<void>, env: Variables): Promise<void> {
  const fingerprint = fingerprintOf(SOURCES, scriptHosts(env.WECHAT_RES_BASE));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  console.log('正在构建网站（首次或代码有变化时）…');
  // A build that is cut short must not pass for the one before it.
  rmSync(STAMP, { force: true });
  await run({
    title: '构建网站',
    args: ['node_modules/next/dist/bin/next', 'build'],
    env,
    nodeEnv: 'production',
  });
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, fingerprint);
}

/** `settings`: what a build reads of the environment. */
function fingerprintOf(sources: readonly string[], settings: readonly string[]): string {
  const hash = createHash('sha256').update(process.version).update(settings.join(' '));
  for (const file of sources.flatMap(filesBelow)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(source: string): string[] {
  if (!existsSync(source)) return [];
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
