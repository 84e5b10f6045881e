import { randomInt } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { wechatQrcode } from '@/db/schema';
import { MOST_PERMANENT } from '@/lib/domain/admin/qrcode-form';
import { INVITE_ALPHABET } from '@/lib/domain/invite-code';
import { marketingScene } from '@/lib/domain/wechat/scene';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { AccountCtx, Ctx } from '../ctx';

const SCENE_LETTERS = 10;

type QrError = 'FORBIDDEN' | 'CONFLICT' | 'NOT_FOUND' | 'WECHAT_UNAVAILABLE';

/** How many of the platform's permanent codes an account has asked for. */
async function countPermanent(db: Db, appId: string): Promise<number> {
  const [row] = await db
    .select({ codes: count() })
    .from(wechatQrcode)
    .where(and(eq(wechatQrcode.appId, appId), isNull(wechatQrcode.expiresAt)));
  return row?.codes ?? 0;
}

/**
 * A permanent QR of the official account for one channel. Its row is there before WeChat is asked, so that none is
 * counted there and not here; without an answer it stays, and asking again for the same scene completes it.
 */
export async function createMarketingQr(
  ctx: Ctx,
  { name }: { readonly name: string },
): Promise<Result<{ readonly scene: string }, QrError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const { appId } = ctx.gateways.wechat;
  const scene = marketingScene(
    Array.from({ length: SCENE_LETTERS }, () => INVITE_ALPHABET[randomInt(INVITE_ALPHABET.length)]).join(''),
  );
  if ((await countPermanent(ctx.db, appId)) >= MOST_PERMANENT) {
    return err('CONFLICT', { detail: `永久二维码最多 ${MOST_PERMANENT} 个，已经用完` });
  }
  await ctx.db.transaction(async (tx) => {
    const createdBy = admin.value.actor.id;
    await tx
      .insert(wechatQrcode)
      .values({ appId, scene, action: 'marketing', name, url: '', createdBy, createdAt: ctx.now });
    await writeAudit(
      { ...admin.value, db: tx },
      { action: 'qrcode.create', subjectKind: 'qrcode', subjectId: scene, before: null, after: { qrcodeName: name } },
    );
  });
  return completeMarketingQr(admin.value, { scene });
}

/** Asks WeChat for a code whose row is there already; the same scene gives the same code. */
export async function completeMarketingQr(
  ctx: Ctx,
  { scene }: { readonly scene: string },
): Promise<Result<{ readonly scene: string }, QrError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const row = oneMarketing(admin.value, scene);
  const [known] = await ctx.db.select({ url: wechatQrcode.url }).from(wechatQrcode).where(row);
  if (!known) return err('NOT_FOUND');
  if (known.url !== '') return ok({ scene });
  const created = await ctx.gateways.wechat.createQr({ scene, expiresInSeconds: null });
  if (created.kind !== 'ok') {
    ctx.log.warn({ scene, outcome: created.kind }, 'no marketing QR');
    return err('WECHAT_UNAVAILABLE', { detail: '微信暂时没有给出二维码，渠道已保存，稍后点「重新获取」' });
  }
  await ctx.db
    .update(wechatQrcode)
    .set({ url: created.value.url })
    .where(and(row, eq(wechatQrcode.url, '')));
  return ok({ scene });
}

/** Puts a code away, or back: what is printed goes on working, because the platform never forgets it. */
export async function archiveMarketingQr(
  ctx: Ctx,
  { scene, isArchived }: { readonly scene: string; readonly isArchived: boolean },
): Promise<Result<null, 'FORBIDDEN' | 'NOT_FOUND'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...admin.value, db: tx };
    const row = oneMarketing(inTx, scene);
    const [found] = await tx.select().from(wechatQrcode).where(row).for('no key update');
    if (!found) return err('NOT_FOUND');
    if ((found.archivedAt !== null) === isArchived) return ok(null);
    await tx
      .update(wechatQrcode)
      .set({ archivedAt: isArchived ? ctx.now : null })
      .where(row);
    await writeAudit(inTx, {
      action: isArchived ? 'qrcode.archive' : 'qrcode.restore',
      subjectKind: 'qrcode',
      subjectId: scene,
      before: { archived: !isArchived },
      after: { archived: isArchived },
    });
    return ok(null);
  });
}

const oneMarketing = ({ gateways }: AccountCtx, scene: string) =>
  and(
    eq(wechatQrcode.appId, gateways.wechat.appId),
    eq(wechatQrcode.scene, scene),
    eq(wechatQrcode.action, 'marketing'),
  );
