import { eq } from 'drizzle-orm';
import { beliAccount, couponRecord, wechatUser } from '@/db/schema';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli, mintCourse, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintSignIn } from '../data/admin';
import { expect, test } from '../fixtures';
import { CashierPage } from '../pages/cashier-page';
import { EnrolPage } from '../pages/enrol-page';
import { OrderPage } from '../pages/order-page';
import { PayPage } from '../pages/pay-page';
import { SignInPage } from '../pages/sign-in-page';

const SCRIPTS = [
  { title: 'with JavaScript', javaScriptEnabled: true },
  { title: 'without JavaScript', javaScriptEnabled: false },
] as const;

for (const { title, ...scripts } of SCRIPTS) {
  test.describe(title, () => {
    test.use(scripts);

    test('a student asks for two courses, an administrator agrees to one, and that one goes back', async ({
      page,
      browser,
      signedIn,
      db,
      phone,
      sandbox,
      baseURL,
    }) => {
      test.slow();
      const [kept, gone] = [
        await mintCourse(db, { name: unique('留下') }),
        await mintCourse(db, { name: unique('退掉') }),
      ];
      await giveBeli(db, signedIn.id, 300);
      const bound = await mintCouponRecord(db, signedIn.id, { productId: gone.id, name: '课程券甲' });
      const whole = await mintCouponRecord(db, signedIn.id, { name: '全场券乙' });
      const { orderNo } = await mintPendingOrder(
        db,
        signedIn.id,
        [
          { product: kept, orderDiscountFen: 600 },
          { product: gone, couponRecordId: bound.id, lineDiscountFen: 1000, orderDiscountFen: 400, beli: 100 },
        ],
        { orderCouponRecordId: whole.id },
      );
      await sandbox.follow(phone.person);
      const binding = { appId: 'sandbox', openid: phone.person.openid, boundAt: new Date() };
      await db.insert(wechatUser).values({ ...binding, accountId: signedIn.id, nickname: phone.person.nickname });

      await test.step('pay and enrol', async () => {
        await new PayPage(page).open(orderNo);
        await new PayPage(page).pay();
        await new CashierPage(page).confirm();
        await page.waitForURL(`**/enrol/${orderNo}`);
        await new EnrolPage(page).submit();
        await expect(page.getByRole('heading', { name: '报名表已提交，课程已开通' })).toBeVisible();
        await page.goto(`/learn/${gone.slug}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(gone.name);
      });

      const order = new OrderPage(page);
      await test.step('ask for both', async () => {
        await order.open(orderNo);
        await order.askRefund([kept.name, gone.name], '报错了班');
        await expect(order.refunds).toContainText('待审核');
        await expect(order.timeline.last()).toContainText('等待老师审核退款');
        await expect(page.getByRole('link', { name: '申请退款' })).toHaveCount(0);
        await page.goto(`/orders/${orderNo}/refund`);
        await expect(page.getByText('这个订单的课程都已退款或正在退款')).toBeVisible();
      });

      await test.step('an administrator agrees to one of them', async () => {
        const options = baseURL === undefined ? {} : { baseURL };
        const admins = await browser.newPage({ ...options, ...scripts });
        await new SignInPage(admins).signIn(await mintSignIn(db, 'admin'));
        await admins.goto(`/admin/refunds?q=${orderNo}`);
        await admins.getByRole('link', { name: /课程退款 #/ }).click();
        await admins.getByRole('checkbox', { name: new RegExp(`^${kept.name}`) }).uncheck();
        await admins.getByRole('button', { name: '同意退款' }).click();
        await expect(admins.getByRole('table', { name: '操作记录' })).toContainText('同意退款');
        await expect(admins.getByRole('button', { name: '同意退款' })).toHaveCount(0);
        await expect(async () => {
          await admins.reload();
          await expect(admins.getByRole('heading', { level: 1 })).toContainText('退款成功', { timeout: 1000 });
        }).toPass({ timeout: 60_000 });
        await admins.goto(`/admin/orders/${orderNo}`);
        await expect(admins.getByRole('heading', { level: 1 })).toContainText('部分退款');
        await expect(admins.getByRole('row', { name: gone.name })).toContainText('已收回');
        await admins.close();
      });

      await test.step('the course is gone, what it cost is back', async () => {
        await order.open(orderNo);
        await expect(page.getByRole('heading', { level: 1 })).toContainText('部分退款');
        await expect(order.refunds).toContainText('¥75.00 + 100 贝里');
        await expect(order.refunds).toContainText('未同意，仍可学习');
        await page.goto(`/learn/${gone.slug}`);
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(gone.name);
        await page.goto(`/learn/${kept.slug}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(kept.name);
        const [ledger] = await db.select().from(beliAccount).where(eq(beliAccount.accountId, signedIn.id));
        expect(ledger).toMatchObject({ balance: 300, held: 0 });
        const statusOf = async (id: number) =>
          (await db.select().from(couponRecord).where(eq(couponRecord.id, id)))[0]?.status;
        expect([await statusOf(bound.id), await statusOf(whole.id)]).toEqual(['unused', 'used']);
      });

      await test.step('the phone says so', async () => {
        await phone.openChat();
        await expect(phone.card('退款').last()).toContainText(orderNo);
      });
    });
  });
}

test('an administrator refuses with a reason, and starts a refund by themselves', async ({
  page,
  browser,
  signedIn,
  db,
  baseURL,
}) => {
  test.slow();
  const course = await mintCourse(db);
  const { orderNo } = await mintPendingOrder(db, signedIn.id, [{ product: course }]);
  await new PayPage(page).open(orderNo);
  await new PayPage(page).pay();
  await new CashierPage(page).confirm();
  await page.waitForURL(`**/enrol/${orderNo}`);
  const order = new OrderPage(page);
  await order.open(orderNo);
  await order.askRefund([], '不想学了');

  const admins = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await new SignInPage(admins).signIn(await mintSignIn(db, 'admin'));
  await admins.goto(`/admin/refunds?q=${orderNo}`);
  await admins.getByRole('link', { name: /课程退款 #/ }).click();
  await admins.getByLabel('不同意的原因').fill('已经学完了');
  await admins.getByRole('button', { name: '拒绝申请' }).click();
  await expect(admins.getByRole('heading', { level: 1 })).toContainText('未通过');
  await order.open(orderNo);
  await expect(order.refunds).toContainText('已经学完了');
  await expect(page.getByRole('link', { name: '申请退款' })).toBeVisible();

  await admins.goto(`/admin/orders/${orderNo}`);
  await admins.getByRole('link', { name: '发起退款' }).click();
  await admins.getByLabel('退款原因').fill('老师同意照顾');
  await admins.getByRole('button', { name: '确认退款' }).click();
  // Only then is it begun: loading the page again before that would take the click back.
  await admins.waitForURL(/\/admin\/refunds\/\d+$/);
  await expect(async () => {
    await admins.reload();
    await expect(admins.getByRole('heading', { level: 1 })).toContainText('退款成功', { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await admins.close();
  await order.open(orderNo);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已退款');
  await expect(order.timeline.last()).toContainText('已退款 ¥99.00');
});
