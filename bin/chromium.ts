import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The path of a Chromium: a given one, the system's, Playwright's; else one is installed. null when that fails. */
export function findChromium(): string | null {
  return findInstalled() ?? (installPackages() ? findInstalled() : null) ?? installPlaywrights();
}

function findInstalled(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const found = NAMES.map(which).find((path) => path !== null);
  return found ?? [MAC, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function which(name: string): string | null {
  try {
    const command = process.platform === 'win32' ? 'where' : 'which';
    const path = execFileSync(command, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return path.split('\n')[0]?.trim() || null;
  } catch {
    return null;
  }
}

// With the fonts, without which a screenshot of a Chinese page shows boxes.
function installPackages(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('正在安装 Chromium(apt-get)…');
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

function installPlaywrights(): string | null {
  console.log('正在下载 Chromium(playwright install)…');
  const cli = 'node_modules/playwright/cli.js';
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  return status === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
