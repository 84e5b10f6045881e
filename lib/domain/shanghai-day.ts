/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`: compares as text. China has had no daylight saving time since 1991. */
export type Day = string;

const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export const shanghaiDay = (instant: Date): Day => new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** `14:30` on a clock in Shanghai. */
export const shanghaiTime = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);

/** `2025-06-01 14:30`: the day and the time in Shanghai. */
export const shanghaiMinute = (instant: Date): string => `${shanghaiDay(instant)} ${shanghaiTime(instant)}`;

/** `2025-06-01 14:30:09`: to the second, for those who look into what happened. */
export const shanghaiSecond = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Midnight at which the day begins. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS);

/** The first instant after the day: the exclusive end of anything valid through it. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(day).getTime() + DAY_MS);

/** The last day of what ends, exclusively, at `end`. */
export const lastDay = (end: Date): Day => shanghaiDay(new Date(end.getTime() - 1));

export const addDays = (day: Day, days: number): Day =>
  shanghaiDay(new Date(startOfDay(day).getTime() + days * DAY_MS));

/** Days from one day to a later one; negative when it is an earlier one. */
export const daysBetween = (from: Day, to: Day): number =>
  (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS;
