import { addDays, endOfDay, shanghaiDay } from './shanghai-day';

/** Access from `startsAt` until `endsAt`, exclusive. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Grant extends Span {
  readonly id: number;
  readonly validDays: number;
}

/**
 * The span of a grant of `validDays` days that begins at `from`: to the end of its last day in Asia/Shanghai.
 * When `from` is itself the end of a day (a renewal), exactly `validDays` days follow.
 */
export function grantSpan(from: Date, validDays: number): Span {
  return { startsAt: from, endsAt: endOfDay(addDays(shanghaiDay(from), validDays - (isMidnight(from) ? 1 : 0))) };
}

/** Buying again extends from the later of now and the end of what is already held. */
export function extendFrom(now: Date, held: readonly Span[]): Date {
  const latest = Math.max(now.getTime(), ...held.map((span) => span.endsAt.getTime()));
  return new Date(latest);
}

/** Where the remaining grants go once some were revoked: in their order, without gaps, none moved later, days kept. */
export function closeGaps(now: Date, remaining: readonly Grant[]): Grant[] {
  const moved: Grant[] = [];
  for (const grant of [...remaining].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const from = extendFrom(now, moved);
    moved.push(grant.startsAt > from ? { ...grant, ...grantSpan(from, grant.validDays) } : grant);
  }
  return moved;
}

export const isOpen = (span: Span, now: Date): boolean => span.startsAt <= now && now < span.endsAt;

const isMidnight = (instant: Date): boolean =>
  endOfDay(shanghaiDay(new Date(instant.getTime() - 1))).getTime() === instant.getTime();
