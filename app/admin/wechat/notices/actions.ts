'use server';

import { refresh } from 'next/cache';
import { adminAction } from '@/lib/action';
import { noticeFormSchema, noticeTestSchema } from '@/lib/domain/admin/notice-form';
import { saveNotice as saveNoticeOf } from '@/lib/services/message/save-notice';
import { testNotice as sendTest } from '@/lib/services/message/test-notice';

export const saveNotice = adminAction({ schema: noticeFormSchema, message: '通知设置已保存' }, async (ctx, form) => {
  const saved = await saveNoticeOf(ctx, form);
  if (saved.ok) refresh();
  return saved;
});

export const testNotice = adminAction(
  { schema: noticeTestSchema, message: '测试通知已放进发件箱，马上会到你的微信' },
  async (ctx, input) => sendTest(ctx, input),
);
