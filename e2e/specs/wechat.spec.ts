import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { mintAccount } from '@/tests/support/factories';
import { mintBinding } from '@/tests/support/message-factories';
import { expectNothingFound } from '../check-page';
import { seededCourse } from '../data/catalogue';
import { expect, test } from '../fixtures';
import { BindingPage } from '../pages/binding-page';
import { CashierPage } from '../pages/cashier-page';
import { EnrolPage } from '../pages/enrol-page';
import { PayPage } from '../pages/pay-page';
import { ProductPage } from '../pages/product-page';
import { SettlementPage } from '../pages/settlement-page';

test('buy, 报名表, bind, and hear of it on the phone @phone', async ({ page, signedIn, db, phone }) => {
  test.slow();
  const course = await seededCourse(db);
  const shop = new BindingPage(page);

  const orderNo = await test.step('buy a course and send the 报名表', async () => {
    expect(signedIn.id).toBeGreaterThan(0);
    const product = new ProductPage(page);
    await product.open(course.slug);
    await product.choosePeriod('3 个月');
    await product.buyNow();
    await page.waitForURL('**/settlement');
    const placed = await new SettlementPage(page).placeOrder();
    await new PayPage(page).pay();
    await new CashierPage(page).confirm();
    await page.waitForURL(`**/enrol/${placed}`);
    await new EnrolPage(page).submit();
    return placed;
  });

  await test.step('follow the official account by its QR', async () => {
    await phone.scan(await shop.followPicture());
    await phone.follow();
  });

  await test.step('bind by the other QR', async () => {
    await phone.scan(await shop.picture());
    await phone.consent();
    await expect(page.getByText(`「${phone.person.nickname}」已扫码`)).toBeVisible();
    await expect(phone.page.getByText(phone.person.nickname)).toBeVisible();
    await expectNothingFound(phone.page);
    await phone.page.reload();
    await phone.confirmBinding();
    await expectNothingFound(phone.page);
    await expect(page.getByText('微信已绑定')).toBeVisible();
  });

  await test.step('the messages that waited arrive', async () => {
    await phone.openChat();
    await expect(phone.card('支付成功通知')).toContainText(orderNo);
    await expect(phone.card('支付成功通知')).toContainText(course.name.slice(0, 8));
    await expect(phone.card('支付成功通知')).toContainText('¥399.00');
    await expect(phone.card('报名成功通知')).toContainText('蒙奇路飞');
  });

  await test.step('and the student sees what was sent', async () => {
    // WeChat says a little later that they have arrived.
    await expect(async () => {
      await page.goto('/account/messages');
      await expect(page.getByText('已送达')).toHaveCount(2, { timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByRole('heading', { name: '支付成功' })).toBeVisible();
  });
});

test('refusing on the phone binds nothing; a new QR does', async ({ page, signedIn, phone }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.picture());
  await phone.refuseConsent();
  await expect(phone.heading).toHaveText('已取消授权');
  await expect(page.getByText('手机上取消了绑定')).toBeVisible();

  await shop.renew();
  const picture = await shop.picture();
  await phone.scan(picture);
  await phone.consent();
  await phone.page.getByRole('button', { name: '取消' }).click();
  await expect(phone.heading).toHaveText('已取消绑定');
  await shop.renew();
  await phone.scan(await shop.picture());
  await phone.confirmBinding();
  await expect(page.getByRole('heading', { name: '已绑定微信' })).toBeVisible();
  await phone.scan(picture);
  await expect(phone.heading).toHaveText('二维码无效');
});

test('one scan follows and binds, while the desktop looks on @phone', async ({ page, signedIn, phone }) => {
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.onePicture());
  await phone.follow();
  await expect(page.getByText('已扫码')).toBeVisible();
  await phone.openLink('点这里确认绑定');
  await expect(phone.heading).toHaveText('绑定微信');
  await expect(phone.page).toHaveURL(/\/wechat\/bind\/\d+$/);
  await expect(phone.page.getByText(`${signedIn.username[0]}****${signedIn.username.at(-1)}`)).toBeVisible();
  await expectNothingFound(phone.page);
  await phone.confirmBinding();
  await expect(page.getByRole('heading', { name: '已绑定微信' })).toBeVisible();
});

test("another phone can do nothing with somebody's QR or address", async ({ page, signedIn, phone, browser }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.picture());
  // Silently first, then with the person's consent: the second return is the one that counts.
  const arrived = phone.page.waitForRequest(/\/api\/wechat\/callback/);
  await phone.consent();
  const address = (await arrived).url();
  await expect(phone.heading).toHaveText('绑定微信');

  const context = await browser.newContext();
  const stranger = await context.newPage();
  for (const url of [address, phone.page.url()]) {
    await stranger.goto(url);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('二维码已经用过');
  }
  await context.close();

  await shop.renew();
  await expect(shop.qr).toBeVisible();
  await phone.page.getByRole('button', { name: '确认绑定' }).click();
  await expect(phone.heading).toHaveText('二维码已过期');
});

test('a WeChat that is bound to another account stays there', async ({ page, signedIn, phone, db }) => {
  expect(signedIn.id).toBeGreaterThan(0);
  const other = await mintAccount(db);
  const shop = new BindingPage(page);
  await shop.open();
  await phone.scan(await shop.picture());
  await phone.consent();
  await expect(phone.heading).toHaveText('绑定微信');
  await db
    .update(wechatUser)
    .set({ accountId: other.id, boundAt: new Date() })
    .where(eq(wechatUser.openid, phone.person.openid));
  await phone.page.getByRole('button', { name: '确认绑定' }).click();
  await expect(phone.heading).toHaveText('已经绑定过');

  await shop.renew();
  await phone.scan(await shop.picture());
  await expect(phone.heading).toHaveText('已经绑定过');
  await expect(page.getByText('这个微信已绑定其他账号')).toBeVisible();
});

test('unbinding asks first', async ({ page, signedIn, db }) => {
  await mintBinding(db, signedIn.id);
  const shop = new BindingPage(page);
  await shop.open();
  await shop.unbind();
  await expect(shop.qr).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('binding works by loading again, unbinding by a question in the page', async ({ page, signedIn, phone }) => {
    expect(signedIn.id).toBeGreaterThan(0);
    const shop = new BindingPage(page);
    await shop.open();
    await phone.scan(await shop.picture());
    await phone.consent();
    await page.reload();
    await expect(page.getByText(`「${phone.person.nickname}」已扫码`)).toBeVisible();
    await phone.confirmBinding();
    await page.reload();
    await page.getByText('解除绑定', { exact: true }).first().click();
    await page.getByRole('button', { name: '解除绑定' }).click();
    await expect(shop.qr).toBeVisible();
  });
});
