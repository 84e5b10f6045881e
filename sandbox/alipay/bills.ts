import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { err, ok, type Result } from '../result';
import { formatBeijing } from './beijing-time';
import { detailCsv, summaryCsv } from './bill-csv';
import { planOf, rowsOf } from './bill-rows';
import type { AlipayContext } from './context';
import { type GatewayError, refusal } from './gateway-error';
import { encodeGbk } from './gbk';
import { zipOf } from './zip';

/** How long a bill's address is good for. */
const ADDRESS_MS = 30_000;

/** Addresses are signed, not kept: none outlives the process. */
const secret = randomBytes(32);

const bizSchema = z.object({
  bill_type: z.enum(['trade', 'signcustomer']),
  bill_date: z.iso.date(),
});

/** `alipay.data.dataservice.bill.downloadurl.query`: a day's trade bill, from the next day on. */
export function billAddress(
  ctx: AlipayContext,
  biz: Readonly<Record<string, unknown>>,
  origin: string,
): Result<string, GatewayError> {
  const asked = bizSchema.safeParse(biz);
  if (!asked.success || asked.data.bill_type !== 'trade') return err(refusal('isv.invalid-arguments'));
  const date = asked.data.bill_date;
  if (!isThere(ctx, date)) return err(refusal('isp.bill_not_exist'));
  const until = ctx.runtime.now() + ADDRESS_MS;
  const search = new URLSearchParams({
    bizType: 'trade',
    bizDates: date,
    until: String(until),
    sign: sign(date, until),
  });
  return ok(`${origin}/downloadBillFile.resource?${search}`);
}

/** A day without any business has no bill. */
function isThere(ctx: AlipayContext, date: string): boolean {
  const plan = planOf(ctx.store.state, date);
  const isOver = date < formatBeijing(ctx.runtime.now()).slice(0, 10);
  return !plan.late && (isOver || plan.early) && rowsOf(ctx.store.state, date).length > 0;
}

const sign = (date: string, until: number): string =>
  createHmac('sha256', secret).update(`${date} ${until}`).digest('hex');

export function billRoutes(ctx: AlipayContext): Hono {
  const app = new Hono();
  app.get('/downloadBillFile.resource', (c) => download(c, ctx));
  return app;
}

function download(c: Context, ctx: AlipayContext): Response {
  const { bizDates = '', until = '', sign: given = '' } = c.req.query();
  const expected = Buffer.from(sign(bizDates, Number(until)));
  const isSigned = given.length === expected.length && timingSafeEqual(Buffer.from(given), expected);
  if (!isSigned || ctx.runtime.now() > Number(until)) return c.text('the address is no longer valid', 403);
  const body = billZip(ctx, bizDates);
  return c.body(Uint8Array.from(body), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${ctx.config.sellerId}_${bizDates}.zip"`,
  });
}

function billZip(ctx: AlipayContext, date: string): Buffer {
  const account = ctx.config.sellerId;
  const bill = { account, date, now: ctx.runtime.now(), rows: rowsOf(ctx.store.state, date) };
  const details = detailCsv(bill);
  const isTorn = planOf(ctx.store.state, date).torn;
  const name = `${account}0156_${date.replaceAll('-', '')}_业务明细`;
  return zipOf([
    { name: encodeGbk(`${name}(汇总).csv`), data: encodeGbk(summaryCsv(bill)) },
    {
      name: encodeGbk(`${name}.csv`),
      data: encodeGbk(isTorn ? details.slice(0, details.indexOf('列表结束')) : details),
    },
  ]);
}
