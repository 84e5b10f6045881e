import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findChromium } from '@/bin/chromium';

/** One page to open, with a cookie to open it by. */
export interface Opened {
  readonly name: string;
  readonly url: string;
  readonly cookie?: string;
}

/** KB of script, each file under gzip, that Chromium fetches to show each page for the first time. */
export async function firstLoadScripts(pages: readonly Opened[]): Promise<Map<string, number>> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no Chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const sizes = new Map<string, number>();
    for (const { name, url, cookie } of pages) {
      const context = await browser.newContext(cookie ? { extraHTTPHeaders: { cookie } } : {});
      const page = await context.newPage();
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') bodies.push(response.body());
      });
      await page.goto(url, { waitUntil: 'networkidle' });
      const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
      sizes.set(name, bytes / 1024);
      await context.close();
    }
    return sizes;
  } finally {
    await browser.close();
  }
}
