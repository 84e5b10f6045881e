import { addDays, type Day, shanghaiDay } from '@/lib/domain/shanghai-day';

/** The figures of the overview, of one day or of several. `revenueFen` is cash in fen, without what 贝里 and coupons paid. */
export const FIGURES = [
  'revenueFen',
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
}

/** How many days the overview looks back, today included. */
export const OVERVIEW_DAYS = 30;

/** What happened on a day; what is not named did not. */
export interface DayCount extends Partial<Figures> {
  readonly day: Day;
}

const NOTHING: Figures = {
  revenueFen: 0,
  paidOrders: 0,
  pendingOrders: 0,
  newStudents: 0,
  boundStudents: 0,
  sentMessages: 0,
  failedMessages: 0,
};

/** Every day of the overview, the oldest first and today last; days on which nothing happened are there too. */
export function daySeries(now: Date, counts: readonly DayCount[]): DayFigures[] {
  const today = shanghaiDay(now);
  const days = Array.from({ length: OVERVIEW_DAYS }, (_, index) => addDays(today, index - OVERVIEW_DAYS + 1));
  const byDay = new Map<Day, DayFigures>(days.map((day) => [day, { ...NOTHING, day }]));
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
