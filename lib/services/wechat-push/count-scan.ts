import { and, eq, sql } from 'drizzle-orm';
import { wechatQrcode } from '@/db/schema';
import type { Push } from '@/lib/domain/wechat/push';
import type { TxCtx } from '../ctx';

/** A parametric QR that is kept was scanned, or followed through. Last of all: everybody who scans it waits for its row. */
export async function countScan({ db, gateways }: TxCtx, { news }: Push): Promise<void> {
  if ((news.kind !== 'subscribe' && news.kind !== 'scan') || news.scene === null) return;
  const follows = news.kind === 'subscribe' ? sql`${wechatQrcode.follows} + 1` : wechatQrcode.follows;
  await db
    .update(wechatQrcode)
    .set({ scans: sql`${wechatQrcode.scans} + 1`, follows })
    .where(and(eq(wechatQrcode.appId, gateways.wechat.appId), eq(wechatQrcode.scene, news.scene)));
}
