'use server';

import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { campaignCommandSchema } from '@/lib/domain/admin/campaign-command';
import { cancelCampaign as cancelCampaignOf } from '@/lib/services/campaign/cancel-campaign';
import { pauseCampaign as pauseCampaignOf } from '@/lib/services/campaign/pause-campaign';
import { resumeCampaign as resumeCampaignOf } from '@/lib/services/campaign/resume-campaign';
import { retryFailed as retryFailedOf } from '@/lib/services/campaign/retry-failed';

const schema = campaignCommandSchema;

export const pauseCampaign = adminAction({ schema, message: '已暂停' }, async (ctx, { campaignId }) =>
  shown(await pauseCampaignOf(ctx, campaignId)),
);

export const resumeCampaign = adminAction({ schema, message: '继续发送' }, async (ctx, { campaignId }) =>
  shown(await resumeCampaignOf(ctx, campaignId)),
);

export const cancelCampaign = adminAction({ schema, message: '已取消' }, async (ctx, { campaignId }) =>
  shown(await cancelCampaignOf(ctx, campaignId)),
);

export const retryFailed = adminAction({ schema, message: '正在重发' }, async (ctx, { campaignId }) =>
  shown(await retryFailedOf(ctx, campaignId)),
);
