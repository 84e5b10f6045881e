import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { findChromium } from './chromium';
import { buildWhenStale } from './stack/build';
import { StartError } from './stack/start-error';
import { createSupervisor } from './stack/supervisor';

import { type Count, playwrightSchema, vitestSchema } from './test-report';

/** So many parts of the shop are killed in the middle of so many checkouts. */
const CRASHES = {
  short: ['--kills', '3', '--checkouts', '60'],
  long: ['--kills', '10', '--checkouts', '500'],
} as const;

/** Checks, unit and integration tests, one build, the journeys in a browser, a few crashes. Resolves to the exit code. */
export const runTests = (): Promise<number> =>
  summed(async (scratch) => [
    await checks(),
    await tests(scratch),
    await journeys(scratch),
    await crashes(CRASHES.short),
  ]);

/** What takes long: the proof that money is neither lost nor invented, in full. Resolves to the exit code. */
export const runLongTests = (): Promise<number> =>
  summed(async (scratch) => [
    await tests(scratch, ['--project', 'integration', 'tests/proof'], { LUFFY_PROOF: 'long' }),
    await crashes(CRASHES.long),
  ]);

async function summed(work: (scratch: string) => Promise<readonly Count[]>): Promise<number> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'luffy-report-'));
  try {
    const counts = await work(scratch);
    const passed = counts.reduce((sum, count) => sum + count.passed, 0);
    const failed = counts.flatMap((count) => count.failed);
    // Last, where they are found: what was printed when they failed is long gone.
    for (const name of failed) console.log(`✗ ${name}`);
    console.log(`${passed} passed, ${failed.length} failed`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function checks(): Promise<Count> {
  headline('代码检查');
  const npm = process.env.npm_execpath;
  const code = npm ? await run(process.execPath, [npm, 'run', 'lint']) : await run('npm', ['run', 'lint']);
  return one('代码检查', code === 0);
}

async function tests(
  scratch: string,
  which: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<Count> {
  headline('单元测试与集成测试');
  const report = path.join(scratch, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...which, ...reporters];
  const code = await run(process.execPath, args, variables);
  return countOf(report, vitestSchema, code);
}

async function journeys(scratch: string): Promise<Count> {
  headline('浏览器测试');
  const chromium = findChromium();
  if (!chromium) return refused('没有找到 Chromium，也无法安装：请安装后用 CHROMIUM_PATH 指明');
  if (!(await build())) return one('构建', false);
  const report = path.join(scratch, 'playwright.json');
  const variables = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run(
    process.execPath,
    ['node_modules/playwright/cli.js', 'test', '--reporter=list,json'],
    variables,
  );
  return countOf(report, playwrightSchema, code);
}

async function crashes(args: readonly string[]): Promise<Count> {
  headline('崩溃测试');
  if (!(await build())) return one('构建', false);
  const code = await run(process.execPath, ['--import', 'tsx', 'e2e/crash/crash.ts', ...args]);
  return one('崩溃测试', code === 0);
}

async function build(): Promise<boolean> {
  const supervisor = createSupervisor(() => {});
  try {
    await buildWhenStale((program) => supervisor.run(program), process.env);
    return true;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(`✗ ${error.message}`);
    return false;
  } finally {
    await supervisor.stop();
  }
}

// A run may fail without a failed test: a file that cannot be loaded, a report that was never written.
function countOf(report: string, schema: z.ZodType<Count>, code: number): Count {
  const count = readReport(report, schema);
  return code !== 0 && count.failed.length === 0
    ? { ...count, failed: [`${path.basename(report)}: 退出码 ${code}，没有失败的测试`] }
    : count;
}

function readReport(report: string, schema: z.ZodType<Count>): Count {
  try {
    return schema.parse(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return refused(`没有测试报告 ${path.basename(report)}`);
  }
}

function run(command: string, args: readonly string[], variables: Record<string, string> = {}): Promise<number> {
  const shell = process.platform === 'win32' && command === 'npm';
  const child = spawn(command, args, { stdio: 'inherit', shell, env: { ...process.env, ...variables } });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function refused(line: string): Count {
  console.error(`✗ ${line}`);
  return one(line, false);
}

const one = (name: string, passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? [] : [name] });

const headline = (title: string): void => console.log(`\n── ${title}`);
