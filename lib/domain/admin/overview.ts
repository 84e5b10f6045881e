import { addDays, type Day, shanghaiDay } from '@/lib/domain/shanghai-day';

/**
 * What the overview counts, of one day or of several; amounts are cash in fen, without what 贝里 and coupons paid.
 * receivedFen, refundedFen: by the day on which it came or went. paidBackFen: of what came on the day, how much has gone
 * back since. placedPaid: of the orders placed on the day, how many were paid since.
 */
export const FIGURES = [
  'receivedFen',
  'refundedFen',
  'paidBackFen',
  'placedOrders',
  'placedPaid',
  'paidOrders',
  'pendingOrders',
  'newStudents',
  'boundStudents',
  'sentMessages',
  'failedMessages',
] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number>>;
export interface DayFigures extends Figures {
  readonly day: Day;
  /** The median time from placing to paying of the orders paid on the day, in seconds; null when none was. */
  readonly lagSeconds: number | null;
}

/** How many days the overview looks back, today included. */
export const OVERVIEW_DAYS = 30;

/** What happened on a day; what is not named did not. */
export interface DayCount extends Partial<Omit<DayFigures, 'day'>> {
  readonly day: Day;
}

const NOTHING: Figures = {
  receivedFen: 0,
  refundedFen: 0,
  paidBackFen: 0,
  placedOrders: 0,
  placedPaid: 0,
  paidOrders: 0,
  pendingOrders: 0,
  newStudents: 0,
  boundStudents: 0,
  sentMessages: 0,
  failedMessages: 0,
};

/** The days of the overview, the oldest first and today last. */
export function overviewDays(now: Date): Day[] {
  const today = shanghaiDay(now);
  return Array.from({ length: OVERVIEW_DAYS }, (_, index) => addDays(today, index - OVERVIEW_DAYS + 1));
}

/** Every day of the overview; days on which nothing happened are there too. */
export function daySeries(now: Date, counts: readonly DayCount[]): DayFigures[] {
  const byDay = new Map<Day, DayFigures>(overviewDays(now).map((day) => [day, { ...NOTHING, lagSeconds: null, day }]));
  for (const count of counts) {
    const figures = byDay.get(count.day);
    if (figures) byDay.set(count.day, { ...figures, ...count });
  }
  return [...byDay.values()];
}

/** The figures of the last `days` days together, today included. */
export function sumLast(series: readonly DayFigures[], days: number): Figures {
  const sum = { ...NOTHING };
  for (const figures of series.slice(-days)) for (const name of FIGURES) sum[name] += figures[name];
  return sum;
}

/** Revenue in fen, net of refunds: negative when more went than came. */
export const revenueOf = ({ receivedFen, refundedFen }: Figures): number => receivedFen - refundedFen;

/** Percent of the orders placed that were paid, with one decimal; null when none was placed. */
export const conversionOf = ({ placedPaid, placedOrders }: Figures): number | null => percent(placedPaid, placedOrders);

/** Percent of the cash that came which has gone back since, with one decimal; null when none came. */
export const refundRateOf = ({ paidBackFen, receivedFen }: Figures): number | null => percent(paidBackFen, receivedFen);

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** `12.5%`; a dash where there is nothing to compare. */
export const percentText = (value: number | null): string => (value === null ? '—' : `${value}%`);

/** `1 小时 5 分`, `3 分 20 秒`: how long it took, to the two largest units. */
export function lagText(seconds: number | null): string {
  if (seconds === null) return '—';
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} 小时 ${minutes} 分`;
  return minutes > 0 ? `${minutes} 分 ${whole % 60} 秒` : `${whole} 秒`;
}

/** What a coupon took off the orders paid on a day, in fen. */
export interface CouponDiscount {
  readonly day: Day;
  readonly familyId: number;
  readonly name: string;
  readonly discountFen: number;
}

export interface DiscountSeries {
  /** The coupons that took off most, the most first; the last may stand for all others. */
  readonly series: readonly { readonly key: string; readonly name: string }[];
  /** Fen by day and key, the oldest day first. */
  readonly days: readonly { readonly day: Day; readonly discounts: Readonly<Record<string, number>> }[];
}

const REST = { key: 'rest', name: '其他券' };

/** Discounts by day and coupon: of the `most` coupons that took off most each, and of all others together. */
export function discountSeries(now: Date, rows: readonly CouponDiscount[], most = 4): DiscountSeries {
  const totals = new Map<number, { name: string; fen: number }>();
  for (const { familyId, name, discountFen } of rows) {
    totals.set(familyId, { name, fen: (totals.get(familyId)?.fen ?? 0) + discountFen });
  }
  const ranked = [...totals].toSorted(([a, x], [b, y]) => y.fen - x.fen || a - b);
  const shown = ranked.slice(0, most).map(([id, { name }]) => ({ key: `c${id}`, name }));
  const keyOf = (familyId: number) => (shown.some(({ key }) => key === `c${familyId}`) ? `c${familyId}` : REST.key);
  const series = ranked.length > most ? [...shown, REST] : shown;
  const days = overviewDays(now).map((day) => {
    const discounts: Record<string, number> = Object.fromEntries(series.map(({ key }) => [key, 0]));
    for (const row of rows) {
      if (row.day === day) discounts[keyOf(row.familyId)] = (discounts[keyOf(row.familyId)] ?? 0) + row.discountFen;
    }
    return { day, discounts };
  });
  return { series, days };
}
