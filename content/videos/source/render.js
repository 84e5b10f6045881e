// Draws every clip frame by frame in Chromium and encodes it with ffmpeg. From the root of the repository:
//   node content/videos/source/render.js [clip …]
// Needs /usr/bin/chromium, ffmpeg with libx264 and the font Noto Sans CJK SC. The result is committed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright';

const SECONDS = 14;
const RATE = 15;
const SOURCE = import.meta.dirname;
const ENCODE = '-c:v libx264 -preset veryslow -crf 32 -tune animation -pix_fmt yuv420p -movflags +faststart -an';

/** Module scripts do not load from file:, so the folder is served. */
async function serveSource() {
  const server = createServer(async (request, response) => {
    const name = path.basename(request.url ?? '');
    const body = await readFile(path.join(SOURCE, name)).catch(() => null);
    response.writeHead(body ? 200 : 404, { 'content-type': name.endsWith('.js') ? 'text/javascript' : 'text/html' });
    response.end(body ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function render(page, name) {
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const target = path.join(SOURCE, '..', `${file}.mp4`);
  const input = `-y -loglevel error -f image2pipe -framerate ${RATE} -i -`.split(' ');
  const ffmpeg = spawn('ffmpeg', [...input, ...ENCODE.split(' '), target], { stdio: ['pipe', 'inherit', 'inherit'] });
  for (let frame = 0; frame < SECONDS * RATE; frame += 1) {
    const url = await page.evaluate(
      ([clip, second]) => {
        window.drawClip(clip, second);
        return document.querySelector('canvas').toDataURL('image/png');
      },
      [name, frame / RATE],
    );
    if (!ffmpeg.stdin.write(Buffer.from(url.split(',')[1], 'base64'))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  await once(ffmpeg, 'close');
}

const server = await serveSource();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 854, height: 480 } });
await page.goto(`http://127.0.0.1:${server.address().port}/storyboard.html`);
await page.waitForFunction(() => window.clipNames !== undefined);
const names = process.argv.length > 2 ? process.argv.slice(2) : await page.evaluate(() => window.clipNames);
for (const name of names) await render(page, name);
await browser.close();
server.close();
