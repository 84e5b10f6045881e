import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileResponse } from './file-response';
import { findPrivateFile, type PrivateFile } from './private-file';

const folder = mkdtempSync(path.join(tmpdir(), 'luffy-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BODY = '0123456789'.repeat(20_000);

function fileOf(name: string, body: string): PrivateFile {
  const file = path.join(folder, name);
  writeFileSync(file, body);
  return { path: file, name, size: body.length, modifiedAt: statSync(file).mtime };
}

const clip = fileOf('clip.mp4', BODY);
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fileResponse(new Request('http://site.invalid/video', { headers, method }), clip);

describe('a file', () => {
  it('comes whole, as its type, kept by no shared cache', async () => {
    const response = ask();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(BODY.length),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
    });
    expect(await response.text()).toBe(BODY);
  });

  it.each([
    ['bytes=0-0', 'bytes 0-0/200000', '0'],
    ['bytes=5-9', 'bytes 5-9/200000', '56789'],
    ['bytes=199995-', 'bytes 199995-199999/200000', '56789'],
    ['bytes=-3', 'bytes 199997-199999/200000', '789'],
    ['bytes=199999-999999', 'bytes 199999-199999/200000', '9'],
  ])('comes in part for %s', async (range, contentRange, body) => {
    const response = ask({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(await response.text()).toBe(body);
  });

  it('has nothing beyond its end', async () => {
    const response = ask({ range: 'bytes=200000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */200000');
    expect(await response.text()).toBe('');
  });

  it('comes whole for several ranges, for nonsense, and for a range of another copy', async () => {
    const headers = [{ range: 'bytes=0-1,3-4' }, { range: 'bytes=9-1' }, { range: 'bytes=0-1', 'if-range': '"old"' }];
    for (const one of headers) {
      const response = ask(one);
      expect(response.status).toBe(200);
      expect((await response.text()).length).toBe(BODY.length);
    }
  });

  it('need not come again when the reader has it', async () => {
    const etag = ask().headers.get('etag') ?? '';
    const response = ask({ 'if-none-match': `"other", W/${etag}` });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(ask({ range: 'bytes=0-1', 'if-range': etag }).status).toBe(206);
  });

  it('shows only its headers to HEAD', async () => {
    const response = ask({ range: 'bytes=5-9' }, 'HEAD');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-length')).toBe('5');
    expect(await response.text()).toBe('');
  });

  it('can be offered for saving, under a Chinese name', () => {
    const request = new Request('http://site.invalid/materials');
    const response = fileResponse(request, fileOf('notes.zip', 'x'), { saveAs: '课件 "一".zip' });
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E8%AF%BE%E4%BB%B6%20%22%E4%B8%80%22.zip",
    );
  });

  it('may be empty', async () => {
    const response = fileResponse(new Request('http://site.invalid/x'), fileOf('empty.bin', ''));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('closes when the reader goes away', async () => {
    const reader = ask().body?.getReader();
    await reader?.read();
    await expect(reader?.cancel()).resolves.toBeUndefined();
  });
});

describe('findPrivateFile', () => {
  it.each([
    '../package.json',
    '../../package.json',
    '..',
    '.',
    '',
    '.env',
    '/etc/passwd',
    'a\u0000.mp4',
    'videos/../../package.json',
    '..\\..\\package.json',
    '%2e%2e%2fpackage.json',
  ])('finds nothing for %j', async (stored) => {
    expect(await findPrivateFile('videos', stored)).toBeUndefined();
  });
});
