import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { BillFile } from './gateway';

// A row is some 400 bytes, and packs to a tenth: this is room for millions of rows, and none for a bomb.
const MOST_PACKED = 512 * 1024 * 1024;
const MOST_UNPACKED = 4 * 1024 * 1024 * 1024;
const LONGEST_LINE = 64 * 1024;
const DOWNLOAD_MS = 5 * 60_000;

/** Downloads a bill into a file of its own and finds the details in it. Nothing is left behind when that fails. */
export async function openBill(address: string): Promise<BillFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'luffy-bill-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'bill.zip');
    await download(address, file);
    return { lines: () => linesOf(file), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function download(address: string, file: string): Promise<void> {
  const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_MS), cache: 'no-store' });
  if (response.status !== 200 || !response.body) throw new Error(`the bill's address answered ${response.status}`);
  await pipeline(atMost(response.body, MOST_PACKED), createWriteStream(file, { mode: 0o600 }));
}

async function* atMost(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Error('the bill is too large');
    yield chunk;
  }
}

/** The detail file's lines, decoded, as they are unpacked. */
async function* linesOf(file: string): AsyncGenerator<string> {
  // Names are GBK, whatever the archive says.
  const zip = await openPromise(file, { autoClose: false, decodeStrings: false });
  try {
    const entry = await findDetails(zip);
    if (!entry) throw new Error('the archive holds no 业务明细');
    yield* split(await zip.openReadStreamPromise(entry));
  } finally {
    zip.close();
  }
}

/** `<account>_<date>_业务明细.csv`, beside the summary `…_业务明细(汇总).csv`. */
async function findDetails(zip: ZipFile): Promise<Entry | null> {
  for await (const entry of zip.eachEntry()) {
    const name = new TextDecoder('gbk').decode(entry.fileNameRaw);
    if (!name.endsWith('业务明细.csv')) continue;
    if (entry.uncompressedSize > MOST_UNPACKED) throw new Error('the bill is too large');
    return entry;
  }
  return null;
}

/** A character of two bytes may lie across two chunks: the decoder keeps the first. */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('gbk');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('the bill has no lines');
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}
