'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/action';
import { campaignFormSchema, campaignTestSchema } from '@/lib/domain/admin/campaign-form';
import { campaignPath } from '@/lib/domain/admin/message-search';
import { createCampaign } from '@/lib/services/campaign/create-campaign';
import { sendTest } from '@/lib/services/campaign/send-test';

/** 发送: leads to the campaign's own page. After a failure the form is given a new key. */
export const sendCampaign = adminAction({ schema: campaignFormSchema }, async (ctx, form) => {
  const created = await createCampaign(ctx, form);
  if (created.ok) redirect(campaignPath(created.value.campaignId));
  refresh();
  return created;
});

/** 先发给自己: the message as it stands, to whoever writes it. */
export const sendTestToSelf = adminAction(
  { schema: campaignTestSchema, message: '已发给你自己，请在微信里看看' },
  async (ctx, form) => sendTest(ctx, form),
);
