import 'server-only';
import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { account, wechatQrcode } from '@/db/schema';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE } from './paging';

/** A page of the marketing codes, the newest first; those put away apart. */
export async function listQrcodes({ page, archived }: { readonly page: number; readonly archived: boolean }) {
  const db = await adminDb();
  const where = and(
    eq(wechatQrcode.action, 'marketing'),
    archived ? isNotNull(wechatQrcode.archivedAt) : isNull(wechatQrcode.archivedAt),
  );
  const [rows, [total], [permanent]] = await Promise.all([
    db
      .select({
        scene: wechatQrcode.scene,
        name: sql<string>`coalesce(${wechatQrcode.name}, '')`,
        /** Empty: WeChat has not given one yet. */
        url: wechatQrcode.url,
        scans: wechatQrcode.scans,
        follows: wechatQrcode.follows,
        archivedAt: wechatQrcode.archivedAt,
        createdAt: wechatQrcode.createdAt,
        createdBy: account.username,
      })
      .from(wechatQrcode)
      .leftJoin(account, eq(account.id, wechatQrcode.createdBy))
      .where(where)
      .orderBy(desc(wechatQrcode.createdAt), asc(wechatQrcode.scene))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db.select({ codes: count() }).from(wechatQrcode).where(where),
    db.select({ codes: count() }).from(wechatQrcode).where(isNull(wechatQrcode.expiresAt)),
  ]);
  return { ...listPage(rows, total?.codes ?? 0), permanent: permanent?.codes ?? 0 };
}
export type QrcodeRow = Awaited<ReturnType<typeof listQrcodes>>['rows'][number];

/** One marketing code with a picture to be drawn; null: there is none. */
export async function findQrcode(scene: string): Promise<{ readonly name: string; readonly url: string } | null> {
  const db = await adminDb();
  const [row] = await db
    .select({ name: wechatQrcode.name, url: wechatQrcode.url })
    .from(wechatQrcode)
    .where(and(eq(wechatQrcode.scene, scene), eq(wechatQrcode.action, 'marketing')));
  return row?.name && row.url !== '' ? { name: row.name, url: row.url } : null;
}
