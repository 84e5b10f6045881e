'use server';

import { refresh } from 'next/cache';
import { accountAction } from '@/lib/action';
import { topicsFormSchema } from '@/lib/domain/topics-form';
import { ok } from '@/lib/errors';
import { saveTopics as saveOwnTopics } from '@/lib/services/message/save-topics';

export const saveTopics = accountAction(
  { schema: topicsFormSchema, from: '/account/messages', message: '已保存，之后按你的选择发送' },
  async (ctx, choice) => {
    await saveOwnTopics(ctx, choice);
    refresh();
    return ok(null);
  },
);
