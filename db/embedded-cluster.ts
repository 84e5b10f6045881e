import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Runner } from './embedded-binaries';

/** Where an embedded server keeps its things. */
export interface Home {
  readonly cluster: string;
  readonly log: string;
  readonly secretsFile: string;
  readonly password: string;
  /** The port of last time, so that a developer's psql keeps working after a restart; 0 at first. */
  readonly lastPort: number;
}

const secretsSchema = z.object({ password: z.string(), port: z.number() });

export function openHome(dir: string): Home {
  mkdirSync(dir, { recursive: true });
  const root = realpathSync(dir);
  const secretsFile = path.join(root, 'launcher.json');
  const found = existsSync(secretsFile) ? secretsSchema.safeParse(JSON.parse(readFileSync(secretsFile, 'utf8'))) : null;
  const { password, port } = found?.data ?? { password: randomBytes(24).toString('hex'), port: 0 };
  const home = { cluster: path.join(root, 'cluster'), log: path.join(root, 'postgres.log'), secretsFile, password };
  if (!found?.success) remember({ ...home, lastPort: port }, port);
  return { ...home, lastPort: port };
}

/** Notes the port for next time. */
export function remember(home: Home, port: number): void {
  writeFileSync(home.secretsFile, JSON.stringify({ password: home.password, port }), { mode: 0o600 });
}

export function urlOf(home: Home, port: number, database: string): string {
  return `postgres://luffy:${home.password}@127.0.0.1:${port}/${database}`;
}

/** Makes the data folder at the first start, and sees to it that the server may read it. */
export function ensureCluster(native: string, runner: Runner, home: Home): void {
  if (!existsSync(home.cluster)) createCluster(native, runner, home);
  own(home.cluster, runner);
}

// Made beside its place and renamed: a killed initdb leaves nothing that looks like a database.
function createCluster(native: string, runner: Runner, home: Home): void {
  const fresh = `${home.cluster}.new`;
  const passwordFile = `${home.cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, home.password, { mode: 0o600 });
  if (runner.owner) for (const file of [fresh, passwordFile]) chownSync(file, runner.owner.uid, runner.owner.gid);
  const [command, args] = runner.wrap(path.join(native, 'initdb'), [
    `--pgdata=${fresh}`,
    '--username=luffy',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  const result = spawnSync(command, args, { ...runner.options, encoding: 'utf8', cwd: path.dirname(fresh) });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`initdb 失败：${result.error?.message ?? lastLine(result.stderr)}`);
  renameSync(fresh, home.cluster);
}

// The way to run it may have changed since last time: a container that forbids unshare, another user.
function own(cluster: string, runner: Runner): void {
  if (!runner.owner || statSync(cluster).uid === runner.owner.uid) return;
  spawnSync('chown', ['-R', `${runner.owner.uid}:${runner.owner.gid}`, cluster]);
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
