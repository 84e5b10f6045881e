/** What administrators do to campaigns, as the audit log names it. */
export const CAMPAIGN_ACTION_LABELS = {
  'campaign.send': '发送消息',
  'campaign.test': '试发消息',
  'campaign.pause': '暂停群发',
  'campaign.resume': '继续群发',
  'campaign.cancel': '取消群发',
  'campaign.retry': '重发失败的消息',
} as const;

export const CAMPAIGN_FIELD_LABELS = { scheduledAt: '计划时间', messages: '消息数' } as const;
