import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { yuanText } from '@/lib/domain/money';
import type { Log } from '@/lib/services/ctx';
import { notifyParams, testGateway } from '@/tests/support/alipay';
import { signNotify } from '@/tests/support/alipay-keys';
import { fakeGateways } from '@/tests/support/factories';
import { mintFullOrder, systemCtx } from '@/tests/support/payment-factories';
import { receiveNotify } from './receive-notify';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

it('logs what it decided and about which payment, never what it was sent', async () => {
  const { attempt } = await mintFullOrder(test.db);
  const params = notifyParams({ outTradeNo: attempt.outTradeNo, amount: yuanText(attempt.amountFen) });
  const lines: string[] = [];
  const hear = (level: string) => (line: unknown, message?: string) => {
    lines.push(JSON.stringify({ level, line, message }));
  };
  const log: Log = { info: hear('info'), warn: hear('warn'), error: hear('error') };
  const ctx = { ...systemCtx(test.db), gateways: fakeGateways(testGateway()), log };

  const forms = [
    signNotify(params),
    { ...signNotify(params), sign: 'x' },
    signNotify({ ...params, total_amount: '0.01' }),
  ];
  for (const form of forms) await receiveNotify(ctx, { body: 'body', form: new Map(Object.entries(form)) });

  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['info', 'warn', 'error']);
  expect(lines[0]).toContain(`"paymentId":${attempt.id}`);
  const said = lines.join('\n');
  for (const value of Object.values(forms[0] ?? {}).filter((text) => text.length > 5))
    expect(said).not.toContain(value);
});
