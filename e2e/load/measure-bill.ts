import { createSign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { largeBill } from '@/tests/support/large-bill';
import { residentMegabytes } from './processes';
import type { Finding } from './report';
import type { Scene } from './scene';
import type { Shop } from './shop';

/** Before anything else in the shop happened. */
const DAY = '2026-01-02';
const AMOUNT = '99.00';
const PATIENCE_MS = 10 * 60_000;
const BILL_METHOD = 'alipay_data_dataservice_bill_downloadurl_query_response';

/** Reconciles a day of many payments, all of which we have: how long the worker takes, and how much memory. */
export async function measureBill({ shop, billRows }: Scene): Promise<Finding[]> {
  await mintPayments(shop, billRows);
  const rows = await shop.db.execute<{ no: string }>(
    sql`select out_trade_no as no from payment where out_trade_no like 'bench_bill_%' order by id`,
  );
  const outTradeNos = rows.map(({ no }) => no);
  const account = shop.secrets.alipay.sellerId;
  const bill = largeBill({ account, day: DAY, outTradeNos, amount: AMOUNT });
  const gateway = await serveBill(shop, bill);
  try {
    const { seconds, idle, peak } = await reconcile(shop);
    await expectMatched(shop, billRows);
    const what = `bill of ${billRows} rows`;
    return [
      { what: `${what}, reconciled`, value: seconds, unit: 's' },
      { what: `${what}, rows`, value: billRows / seconds, unit: 'per s' },
      {
        what: `${what}, peak memory of the worker, over idle`,
        value: peak,
        unit: 'MB',
        bare: idle,
        aim: { of: 'difference', at: 'most', bound: 150 },
      },
    ];
  } finally {
    gateway.closeAllConnections();
    gateway.close();
  }
}

/** Expired orders with late payments that came on that day: the fewest rows a payment can stand on. */
async function mintPayments({ db }: Shop, count: number): Promise<void> {
  await db.execute(sql`
    with someone as (select min(id) as id from account where username like 'bench%'),
    number as (select generate_series(1, ${count}) as n),
    settled as (
      insert into settlement (account_id, status, beli, updated_at)
      select someone.id, 'ordered', 0, now() from someone, number returning id, account_id
    ), placed as (
      insert into "order" (order_no, account_id, settlement_id, status, list_fen, line_discount_fen, order_discount_fen,
        beli, cash_fen, placed_at, expires_at, closed_at)
      select 'bench' || id, account_id, id, 'expired', 9900, 0, 0, 0, 9900, ${DAY}::date, ${DAY}::date, ${DAY}::date
      from settled returning id
    )
    insert into payment (order_id, out_trade_no, trade_no, method, status, amount_fen, created_at, paid_at)
    select id, 'bench_bill_' || id, 'Tbench_bill_' || id, 'page', 'refunded', 9900, ${DAY}::date,
      (${DAY} || ' 12:00:00+08')::timestamptz
    from placed`);
  await db.execute(sql`analyze`);
}

/** An Alipay that has the bill of this day and nothing else, where the shop looks for one. */
async function serveBill({ secrets, gatewayPort }: Shop, bill: Buffer): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url === '/bill') return void response.end(bill);
    const found = { code: '10000', bill_download_url: `http://127.0.0.1:${gatewayPort}/bill` };
    const isAsked = (await text(request)).includes(DAY);
    const node = JSON.stringify(isAsked ? found : { code: '40004', sub_code: 'isp.bill_not_exist' });
    const sign = createSign('RSA-SHA256').update(node).sign(secrets.alipay.alipayPrivateKey, 'base64');
    response.end(`{"${BILL_METHOD}":${node},"sign":"${sign}"}`);
  });
  server.listen(gatewayPort, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function reconcile({ db, workerPid }: Shop) {
  const idle = residentMegabytes(workerPid);
  let peak = idle;
  const begun = performance.now();
  const payload = JSON.stringify({ day: DAY });
  await db.execute(sql`select graphile_worker.add_job('bill.reconcile', ${payload}::json)`);
  while (!(await isMatched(db))) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error('the bill was not reconciled');
    await sleep(50);
    peak = Math.max(peak, residentMegabytes(workerPid));
  }
  return { seconds: (performance.now() - begun) / 1000, idle, peak };
}

async function isMatched(db: Shop['db']): Promise<boolean> {
  const rows = await db.execute(sql`select from bill_day where day = ${DAY}::date and status = 'matched'`);
  return rows.length > 0;
}

async function expectMatched({ db }: Shop, count: number): Promise<void> {
  const [row] = await db.execute<{ matched: number; cases: number }>(sql`
    select matched, (select count(*)::int from reconciliation_case where day = ${DAY}::date) as cases
    from bill_day where day = ${DAY}::date`);
  if (row?.matched !== count || row.cases !== 0) throw new Error(`reconciled wrongly: ${JSON.stringify(row)}`);
}
