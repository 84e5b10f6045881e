import { z } from 'zod';
import { type CampaignStatus, statusesBefore } from '@/lib/domain/campaign-state';
import { idParam } from './search-path';

/** What an administrator may do to a campaign that is there. */
export const campaignCommandSchema = z.object({ campaignId: idParam });

/** Which commands make sense just now. */
export const commandsOf = (status: CampaignStatus, retryable: number) => ({
  canPause: statusesBefore('paused').includes(status),
  canResume: status === 'paused',
  canCancel: statusesBefore('cancelled').includes(status),
  canRetry: retryable > 0 && (status === 'running' || status === 'finished'),
});
