import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bad = fileURLToPath(new URL('bad', import.meta.url));
const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ message: z.string(), code: z.string(), help: z.string().optional(), filename: z.string() }),
  ),
});

// The rules go by folder below the configuration, so the known-bad tree gets a copy of it to live under.
const home = mkdtempSync(path.join(tmpdir(), 'luffy-layers-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function lint() {
  cpSync(bad, home, { recursive: true });
  cpSync(path.join(root, '.oxlintrc.json'), path.join(home, '.oxlintrc.json'));
  cpSync(path.join(root, 'tsconfig.json'), path.join(home, 'tsconfig.json'));
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: home, encoding: 'utf8' });
  return reportSchema.parse(JSON.parse(stdout)).diagnostics;
}

const diagnostics = lint();
const files = readdirSync(bad, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('lint refuses every file of the known-bad tree, for its own reason', () => {
  test.each(files.sort())('%s', (file) => {
    const [, rule, reason] = /^\/\/ refused by (\S+): (.+)$/m.exec(readFileSync(path.join(bad, file), 'utf8')) ?? [];
    const found = diagnostics.filter((diagnostic) => path.normalize(diagnostic.filename) === path.normalize(file));
    const texts = found.map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`);
    expect(texts.filter((text) => text.startsWith(`${rule} `))).toContainEqual(expect.stringContaining(reason ?? '-'));
  });
});
