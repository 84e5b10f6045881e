import { parseCronItems } from 'graphile-worker';

const every = <N extends string>(match: string, task: N) => ({
  task,
  match,
  options: { jobKey: task, maxAttempts: 1, backfillPeriod: 0 },
});

const CRON_ITEMS = [
  every('* * * * *', 'order.sweep'),
  every('* * * * *', 'refund.sweep'),
  every('* * * * *', 'payment.sweep'),
  every('* * * * *', 'worker.unlock'),
  every('*/10 * * * *', 'throttle.clean'),
  every('0 * * * *', 'session.clean'),
  every('* * * * *', 'message.recover'),
  every('30 * * * *', 'message.templates'),
  // 10:00 in Beijing.
  every('0 2 * * *', 'message.expiring'),
  every('*/10 * * * *', 'wechat.clean'),
  every('*/10 * * * *', 'coupon.expire'),
  every('5 * * * *', 'bill.sweep'),
  every('15 * * * *', 'invite.reward'),
];

export type CronTaskName = (typeof CRON_ITEMS)[number]['task'];

/** What runs by the clock, once however many workers there are. Nothing is caught up on: each looks at what is. */
export const parsedCronItems = parseCronItems(CRON_ITEMS);
