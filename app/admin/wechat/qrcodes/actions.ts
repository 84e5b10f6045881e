'use server';

import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { newQrcodeSchema, qrcodeSchema } from '@/lib/domain/admin/qrcode-form';
import { archiveMarketingQr, completeMarketingQr, createMarketingQr } from '@/lib/services/wechat/marketing-qr';

export const createQrcode = adminAction({ schema: newQrcodeSchema, message: '二维码已生成' }, async (ctx, input) =>
  shown(await createMarketingQr(ctx, input)),
);

export const completeQrcode = adminAction({ schema: qrcodeSchema, message: '二维码已生成' }, async (ctx, input) =>
  shown(await completeMarketingQr(ctx, input)),
);

export const archiveQrcode = adminAction({ schema: qrcodeSchema, message: '已归档' }, async (ctx, { scene }) =>
  shown(await archiveMarketingQr(ctx, { scene, isArchived: true })),
);

export const restoreQrcode = adminAction({ schema: qrcodeSchema, message: '已恢复' }, async (ctx, { scene }) =>
  shown(await archiveMarketingQr(ctx, { scene, isArchived: false })),
);
