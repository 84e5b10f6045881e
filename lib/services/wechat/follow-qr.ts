import { and, eq } from 'drizzle-orm';
import { wechatQrcode } from '@/db/schema';
import { FOLLOW_SCENE as SCENE } from '@/lib/domain/wechat/scene';
import type { Ctx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';

/**
 * What the QR says that leads to the official account. Made once for all: WeChat is asked at the first need, and after
 * a failure not more than once a minute. Null while there is none.
 */
export async function followQr(ctx: Ctx): Promise<string | null> {
  const { appId } = ctx.gateways.wechat;
  const [known] = await ctx.db
    .select({ url: wechatQrcode.url })
    .from(wechatQrcode)
    .where(and(eq(wechatQrcode.appId, appId), eq(wechatQrcode.scene, SCENE)));
  if (known) return known.url;
  if (!(await takeTurn(ctx, { key: `wechat:qr:${SCENE}`, limit: 1, windowSeconds: 60 }))) return null;
  const created = await ctx.gateways.wechat.createQr({ scene: SCENE, expiresInSeconds: null });
  if (created.kind !== 'ok') {
    ctx.log.warn({ outcome: created.kind }, 'no QR of the official account');
    return null;
  }
  await ctx.db.insert(wechatQrcode).values({ appId, scene: SCENE, url: created.value.url }).onConflictDoNothing();
  return created.value.url;
}
