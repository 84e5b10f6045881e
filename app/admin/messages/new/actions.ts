'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/action';
import { campaignFormSchema } from '@/lib/domain/admin/campaign-form';
import { campaignPath } from '@/lib/domain/admin/message-search';
import { startCampaign } from '@/lib/services/campaign/start-campaign';

/** 发送: leads to the campaign's own page. After a failure the form is given a new key. */
export const sendCampaign = adminAction({ schema: campaignFormSchema }, async (ctx, form) => {
  const started = await startCampaign(ctx, form);
  if (started.ok) redirect(campaignPath(started.value.campaignId));
  refresh();
  return started;
});
