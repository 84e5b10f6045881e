'use server';

import { adminAction } from '@/lib/action';
import { newQrcodeSchema, qrcodeSchema } from '@/lib/domain/admin/qrcode-form';
import { archiveMarketingQr, completeMarketingQr, createMarketingQr } from '@/lib/services/wechat/marketing-qr';

export const createQrcode = adminAction({ schema: newQrcodeSchema, message: '二维码已生成' }, createMarketingQr);

export const completeQrcode = adminAction({ schema: qrcodeSchema, message: '二维码已生成' }, completeMarketingQr);

export const archiveQrcode = adminAction({ schema: qrcodeSchema, message: '已归档' }, (ctx, { scene }) =>
  archiveMarketingQr(ctx, { scene, isArchived: true }),
);

export const restoreQrcode = adminAction({ schema: qrcodeSchema, message: '已恢复' }, (ctx, { scene }) =>
  archiveMarketingQr(ctx, { scene, isArchived: false }),
);
