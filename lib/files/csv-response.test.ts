import { expect, it } from 'vitest';
import { csvResponse } from './csv-response';

type Rows = readonly (readonly (string | number | null)[])[];

it('sends what it has read before it reads on, and stops when nobody listens', async () => {
  let reads = 0;
  let isClosed = false;
  async function* batches(): AsyncGenerator<Rows> {
    try {
      for (;;) {
        reads += 1;
        yield [[`=${reads}`, '甲']];
      }
    } finally {
      isClosed = true;
    }
  }
  const response = csvResponse('券/记录', ['编号', '昵称'], batches());
  expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%E5%88%B8%2F%E8%AE%B0%E5%BD%95.csv");
  const reader = response.body?.getReader();
  const text = async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode((await reader?.read())?.value);
  expect(await text()).toBe('\ufeff编号,昵称\r\n');
  expect(await text()).toBe("'=1,甲\r\n");
  expect(reads).toBeLessThan(4);
  await reader?.cancel();
  expect(isClosed).toBe(true);
});
