import { Badge } from '@/components/ui/badge';
import { CAMPAIGN_STATUS_LABELS, type CampaignStatus } from '@/lib/domain/campaign-state';

const TONES = {
  scheduled: 'info',
  running: 'info',
  paused: 'gold',
  cancelled: 'neutral',
  finished: 'success',
} as const satisfies Record<CampaignStatus, string>;

/** How a campaign stands. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  return <Badge tone={TONES[status]}>{CAMPAIGN_STATUS_LABELS[status]}</Badge>;
}
