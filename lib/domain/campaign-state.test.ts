import { expect, it } from 'vitest';
import { CAMPAIGN_STATUSES, statusesBefore } from './campaign-state';

it('only what has not ended can be paused or cancelled; only what has finished begins again', () => {
  expect(statusesBefore('paused')).toEqual(['scheduled', 'running']);
  expect(statusesBefore('cancelled')).toEqual(['scheduled', 'running', 'paused']);
  expect(statusesBefore('running')).toEqual(['scheduled', 'paused', 'finished']);
  expect(CAMPAIGN_STATUSES.filter((status) => statusesBefore(status).includes('cancelled'))).toEqual([]);
});
