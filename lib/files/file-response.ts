import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parseByteRange } from '@/lib/domain/byte-range';
import type { PrivateFile } from './private-file';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  zip: 'application/zip',
  md: 'text/markdown; charset=utf-8',
};

interface FileResponseOptions {
  /** Offers the file for saving under this name instead of showing it. */
  readonly saveAs?: string;
}

/**
 * A private file, or the part of it the request asks for (200, 206, 416; 304 when the reader has it already). Browsers
 * may keep it, shared caches may not, and a kept copy is asked about again: access can end.
 */
export function fileResponse(request: Request, file: PrivateFile, options: FileResponseOptions = {}): Response {
  const etag = `"${file.size.toString(36)}-${file.modifiedAt.getTime().toString(36)}"`;
  const headers = new Headers({
    'Content-Type': CONTENT_TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
    'Last-Modified': file.modifiedAt.toUTCString(),
  });
  if (options.saveAs) {
    headers.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(options.saveAs)}`);
  }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });

  const range = parseByteRange(rangeHeader(request, etag), file.size);
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range === 'whole') return send(request, file, headers, 200, { start: 0, end: file.size - 1 });
  headers.set('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`);
  return send(request, file, headers, 206, range);
}

const matches = (header: string | null, etag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;

/** A range belongs to the copy If-Range names; of another one the whole file is due. */
function rangeHeader(request: Request, etag: string): string | null {
  const condition = request.headers.get('if-range');
  return condition === null || condition === etag ? request.headers.get('range') : null;
}

function send(
  request: Request,
  file: PrivateFile,
  headers: Headers,
  status: number,
  { start, end }: { start: number; end: number },
): Response {
  headers.set('Content-Length', String(end - start + 1));
  if (request.method === 'HEAD' || end < start) return new Response(null, { status, headers });
  // Closes the file when the reader goes away, which players do all the time.
  const stream = createReadStream(file.path, { start, end, signal: request.signal });
  stream.on('error', () => stream.destroy());
  return new Response(toWeb(stream), { status, headers });
}

/** Bytes as they are read; a reader that leaves closes the file. */
function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      stream.destroy();
    },
  });
}
