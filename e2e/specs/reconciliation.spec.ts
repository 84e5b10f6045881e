import { unique } from '@/tests/support/factories';
import { mintFullOrder } from '@/tests/support/payment-factories';
import { hourOf, someDay, yesterday } from '@/tests/support/reconciliation';
import { mintPaidOrder } from '@/tests/support/refund-factories';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { ReconciliationPage } from '../pages/reconciliation-page';
import { SignInPage } from '../pages/sign-in-page';

test.beforeEach(async ({ page, db }) => new SignInPage(page).signIn(await mintSignIn(db, 'admin')));

test('a planted bill is compared, and each difference finds its end @phone', async ({ page, db, sandbox }) => {
  test.slow();
  const bills = new ReconciliationPage(page);
  const day = yesterday();
  const agrees = await mintPaidOrder(db, { now: hourOf(day, 10) });
  const missing = await mintPaidOrder(db, { now: hourOf(day, 11) });
  const differs = await mintPaidOrder(db, { now: hourOf(day, 12) });
  const foreign = unique('E2E');
  await sandbox.addToBill(day, [
    { outTradeNo: agrees.attempt.outTradeNo, fen: agrees.attempt.amountFen },
    { outTradeNo: differs.attempt.outTradeNo, fen: 1 },
    { outTradeNo: foreign, fen: 8800 },
  ]);
  await bills.reconcile(day);
  await bills.openMatched(day);
  await expect(bills.cases()).toContainText(missing.attempt.outTradeNo);
  await expect(bills.cases()).not.toContainText(agrees.attempt.outTradeNo);
  await expect(page.getByRole('row').filter({ hasText: agrees.attempt.outTradeNo })).toContainText('一致');

  await bills.openCase(foreign);
  await bills.confirm('查询并入账');
  await expect(page.getByText('支付宝没有这笔交易').first()).toBeVisible();
  await bills.close('别的系统的收款');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('无需处理');
  await expect(page.getByText('别的系统的收款').first()).toBeVisible();

  await bills.openMatched(day);
  await bills.openCase(missing.attempt.outTradeNo);
  await page.getByText('退还这笔款项').click();
  await page.getByLabel('原因').first().fill('支付宝没有收到');
  await page.getByRole('button', { name: '发起退款' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已退款');
  expect(await missing.refunds()).toMatchObject([{ source: 'admin', cashFen: missing.attempt.amountFen }]);

  await sandbox.changeBill(day, { amounts: {}, foreign: [] });
  await bills.openMatched(day);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 CSV' }).click();
  expect((await file).suggestedFilename()).toBe(`账单-${day}.csv`);
});

test('an attempt is asked about now, and what was heard stands there verbatim', async ({ page, db }) => {
  const { attempt, placed } = await mintFullOrder(db);
  await page.goto(`/admin/payments?q=${placed.orderNo}`);
  await page.getByRole('link', { name: attempt.outTradeNo }).click();
  await page.getByRole('button', { name: '现在查询' }).click();
  await expect(page.getByText('支付宝还没有这笔交易')).toBeVisible();
  await page.getByText(/^原文/).click();
  await expect(page.getByText('ACQ.TRADE_NOT_EXIST')).toBeVisible();
});

test('the books of a day add up, without JavaScript', async ({ browser, page, db, baseURL }) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  const day = someDay();
  const { attempt } = await mintPaidOrder(db, { now: hourOf(day, 12) });
  await plain.goto(`/admin/reconciliation/balance?day=${day}`);
  const sheet = plain.getByRole('table', { name: '收支平衡表' });
  await expect(sheet.getByRole('row', { name: '收款' })).toContainText((attempt.amountFen / 100).toFixed(2));
  for (const row of await sheet.getByRole('row', { name: '无法解释' }).all()) {
    await expect(row).toHaveText(/^无法解释(¥0\.00¥0\.00|00)$/);
  }
  await context.close();
});
