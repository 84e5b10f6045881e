import { type Day } from '@/lib/domain/shanghai-day';
import { overviewDays } from './overview';

/**
 * What happened on a day towards followers. sent: messages that WeChat took on the day; delivered: of those, how many it
 * has said to have arrived since. failed: by the day of the last try; those whose fate nobody knows are among them.
 */
const WECHAT_FIGURES = [
  'followed',
  'left',
  'bound',
  'said',
  'clicked',
  'scanned',
  'sent',
  'delivered',
  'failed',
] as const;
type WechatFigure = (typeof WECHAT_FIGURES)[number];
export type WechatFigures = Readonly<Record<WechatFigure, number>>;

export interface WechatDay extends WechatFigures {
  readonly day: Day;
}

/** What is known of a day; what is not named did not happen. */
export interface WechatCount extends Partial<WechatFigures> {
  readonly day: Day;
}

const NOTHING: WechatFigures = {
  followed: 0,
  left: 0,
  bound: 0,
  said: 0,
  clicked: 0,
  scanned: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
};

/** Every day of the overview, the oldest first; days on which nothing happened are there too. */
export function wechatSeries(now: Date, counts: readonly WechatCount[]): WechatDay[] {
  const byDay = new Map<Day, WechatDay>(overviewDays(now).map((day) => [day, { ...NOTHING, day }]));
  for (const count of counts) {
    const figures = byDay.get(count.day);
    if (figures) byDay.set(count.day, { ...figures, ...count });
  }
  return [...byDay.values()];
}

/** The figures of the last `days` days together, today included. */
export function sumWechat(series: readonly WechatDay[], days: number): WechatFigures {
  const sum = { ...NOTHING };
  for (const figures of series.slice(-days)) for (const name of WECHAT_FIGURES) sum[name] += figures[name];
  return sum;
}
