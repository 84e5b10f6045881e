import { and, eq, gt } from 'drizzle-orm';
import { wechatQrcode } from '@/db/schema';
import { inviteScene } from '@/lib/domain/wechat/scene';
import type { AccountCtx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';
import { inviteCodeOf } from './invite-code';

/** As long as the platform keeps a temporary code at most. */
const LIFE_SECONDS = 30 * 24 * 60 * 60;
/** A poster that is saved today is good for so long at least. */
const REST_MS = 15 * 24 * 60 * 60 * 1000;

export interface InviteQr {
  /** What the code says. */
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * The QR of one's own invitations: whoever follows through it is one's friend. Temporary, because there may be any
 * number of them; made anew long before it ends. Null while WeChat cannot make one: it is asked once a minute at most.
 */
export async function inviteQr(ctx: AccountCtx): Promise<InviteQr | null> {
  const { appId } = ctx.gateways.wechat;
  const accountId = ctx.actor.id;
  const scene = inviteScene(await inviteCodeOf(ctx, accountId));
  const known = await readQr(ctx, scene);
  if (known && known.expiresAt.getTime() - ctx.now.getTime() > REST_MS) return known;
  if (!(await takeTurn(ctx, { key: `wechat:qr:${scene}`, limit: 1, windowSeconds: 60 }))) return known;
  const created = await ctx.gateways.wechat.createQr({ scene, expiresInSeconds: LIFE_SECONDS });
  if (created.kind !== 'ok') {
    ctx.log.warn({ outcome: created.kind }, 'no QR for an invitation');
    return known;
  }
  const { url, expiresInSeconds } = created.value;
  const expiresAt = new Date(ctx.now.getTime() + (expiresInSeconds ?? LIFE_SECONDS) * 1000);
  await ctx.db
    .insert(wechatQrcode)
    .values({ appId, scene, action: 'invite', accountId, url, expiresAt, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [wechatQrcode.appId, wechatQrcode.scene], set: { url, expiresAt } });
  return { url, expiresAt };
}

async function readQr({ db, gateways, now }: AccountCtx, scene: string): Promise<InviteQr | null> {
  const own = and(eq(wechatQrcode.appId, gateways.wechat.appId), eq(wechatQrcode.scene, scene));
  const [row] = await db
    .select({ url: wechatQrcode.url, expiresAt: wechatQrcode.expiresAt })
    .from(wechatQrcode)
    .where(and(own, gt(wechatQrcode.expiresAt, now)));
  return row?.expiresAt ? { url: row.url, expiresAt: row.expiresAt } : null;
}
