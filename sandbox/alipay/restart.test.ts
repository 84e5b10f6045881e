import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeRuntime, order, TestSandbox } from './test-kit';

const MINUTE = 60_000;

/** A sandbox, then another on the same folder at a later time, as after kill -9. */
function restart(old: TestSandbox, laterMs: number): TestSandbox {
  const runtime = new FakeRuntime();
  runtime.time = old.runtime.time + laterMs;
  return new TestSandbox({ runtime, dataDir: old.dataDir });
}

const journalOf = (sandbox: TestSandbox) => join(sandbox.dataDir, 'alipay.jsonl');

describe('a restart', () => {
  it('keeps trades, refunds, faults and open cashiers', async () => {
    const first = new TestSandbox();
    const [paid, open] = [order({ total_amount: '100.00' }), order()];
    await first.pay(paid);
    await first.call('alipay.trade.refund', {
      out_trade_no: paid.out_trade_no,
      refund_amount: '1.00',
      out_request_no: 'R1',
    });
    await first.control(`${open.out_trade_no}/faults`, { duplicateNotify: 1 });
    const cashier = await first.openLink(open);
    const before = await first.control(paid.out_trade_no);

    const second = restart(first, 0);
    const after = await second.control(paid.out_trade_no);
    expect(after.body.refunds).toEqual(before.body.refunds);
    expect(after.body.tradeNo).toBe(before.body.tradeNo);
    const repeat = { out_trade_no: paid.out_trade_no, refund_amount: '1.00', out_request_no: 'R1' };
    expect(await second.call('alipay.trade.refund', repeat)).toMatchObject({ fund_change: 'N' });
    expect((await second.confirm(cashier)).status).toBe(303);
    await second.runtime.advance(0);
    expect(second.runtime.sent.filter(({ params }) => params.out_trade_no === open.out_trade_no)).toHaveLength(2);
  });

  it('goes on with the retry schedule: a due one at once, the next at its time, same notify_id', async () => {
    const first = new TestSandbox();
    first.runtime.answer = () => new Response('fail');
    await first.pay(order());
    const second = restart(first, 20 * MINUTE);
    second.runtime.answer = () => new Response('fail');
    await second.runtime.advance(0);
    expect(second.runtime.sent).toHaveLength(1);
    expect(second.runtime.sent[0]?.params.notify_id).toBe(first.runtime.sent[0]?.params.notify_id);
    await second.runtime.advance(10 * MINUTE - 1);
    expect(second.runtime.sent).toHaveLength(1);
    await second.runtime.advance(1);
    expect(second.runtime.sent).toHaveLength(2);
  });

  it('sends again what was under way when it died', async () => {
    const first = new TestSandbox();
    first.runtime.answer = () => new Promise(() => {});
    await first.pay(order());
    const second = restart(first, 1000);
    await second.runtime.advance(0);
    expect(second.runtime.sent).toHaveLength(1);
  });

  it('does not send a delivered notify again', async () => {
    const first = new TestSandbox();
    await first.pay(order());
    const second = restart(first, 0);
    await second.runtime.advance(86_400_000);
    expect(second.runtime.sent).toEqual([]);
  });

  it('forgets a torn last line and writes on after it', async () => {
    const first = new TestSandbox();
    const biz = order();
    await first.request(await first.openLink(biz));
    appendFileSync(journalOf(first), '{"type":"trade.paid","at":17');
    const second = restart(first, 0);
    expect((await second.control(biz.out_trade_no)).body.status).toBe('WAIT_BUYER_PAY');
    await second.control(`${biz.out_trade_no}/pay`, {});
    const third = restart(second, 0);
    expect((await third.control(biz.out_trade_no)).body.status).toBe('TRADE_SUCCESS');
  });

  it('refuses a journal broken in its middle, and names the line', async () => {
    const first = new TestSandbox();
    await first.openLink(order());
    const lines = readFileSync(journalOf(first), 'utf8');
    writeFileSync(journalOf(first), `${lines}{"type":"unheard-of"}\n${lines}`);
    expect(() => restart(first, 0)).toThrow(/broken at .*alipay\.jsonl:2/);
  });
});
