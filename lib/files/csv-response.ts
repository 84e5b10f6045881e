import { BYTE_ORDER_MARK, csvLine } from '@/lib/domain/csv';

type Cells = readonly (string | number | null)[];

/** A CSV that is sent while it is still being read. `name`: of the file, without its ending. */
export function csvResponse(name: string, header: Cells, batches: AsyncIterable<readonly Cells[]>): Response {
  return new Response(streamOf(encoded(header, batches)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
      'cache-control': 'no-store',
    },
  });
}

/** Reads on only as fast as it is taken, and no further when the reader goes away. */
const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

async function* encoded(header: Cells, batches: AsyncIterable<readonly Cells[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(header));
  for await (const rows of batches) yield encoder.encode(rows.map(csvLine).join(''));
}
