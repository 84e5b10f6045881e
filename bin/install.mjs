// @ts-check
// Plain Node without any dependency: this runs in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];

export function enterRepository() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
}

/** Takes over what .env says; variables that are set already win. */
export function loadDotEnv() {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Ends the process with one line on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  console.error(`✗ 需要 Node.js ${LEAST_NODE.join('.')} 或更新的版本，当前是 ${process.versions.node}`);
  process.exit(1);
}

/** `npm ci`, unless node_modules holds what the lock file says. Ends the process with one line when it fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('正在安装依赖（npm ci）…');
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error('✗ npm ci 失败，请检查网络或 npm 镜像设置');
  process.exit(1);
}

function isInstalled() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return false;
  return sameTree(packagesOf('package-lock.json'), packagesOf(installed));
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Whether the installed tree is the locked one. Packages for other platforms are missing from it, rightly.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 */
export function sameTree(locked, installed) {
  const wanted = Object.entries(locked).filter(([name]) => name !== '');
  const present = wanted.filter(([name, entry]) => {
    const found = installed[name];
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
  const absent = wanted.filter(([name]) => !installed[name]);
  return present.length === Object.keys(installed).length && absent.every(([, entry]) => entry.optional === true);
}
