/** scheduled: waits for its time; running: messages are written and sent; paused and cancelled by an administrator. */
const CAMPAIGN_TRANSITIONS = {
  scheduled: ['running', 'paused', 'cancelled'],
  running: ['paused', 'cancelled', 'finished'],
  paused: ['running', 'scheduled', 'cancelled'],
  cancelled: [],
  finished: ['running'],
} as const;
export type CampaignStatus = keyof typeof CAMPAIGN_TRANSITIONS;
export const CAMPAIGN_STATUSES = [
  'scheduled',
  'running',
  'paused',
  'cancelled',
  'finished',
] as const satisfies readonly CampaignStatus[];
export const CAMPAIGN_STATUS_LABELS = {
  scheduled: '待发送',
  running: '发送中',
  paused: '已暂停',
  cancelled: '已取消',
  finished: '已完成',
} as const satisfies Record<CampaignStatus, string>;

const NEXT: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = CAMPAIGN_TRANSITIONS;

/** The states out of which a campaign may come to `status`. */
export const statusesBefore = (status: CampaignStatus): CampaignStatus[] =>
  CAMPAIGN_STATUSES.filter((from) => NEXT[from].includes(status));
