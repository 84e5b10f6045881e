import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeGaps, extendFrom, type Grant, grantSpan, isOpen } from './enrolment';

const at = (text: string) => new Date(text);
const DAY_MS = 86_400_000;

describe('a grant', () => {
  it('lasts to the end of its last day in Asia/Shanghai', () => {
    // 23:50 on June 15 in Shanghai: one day is the whole of June 16.
    expect(grantSpan(at('2026-06-15T23:50:00+08:00'), 1).endsAt).toEqual(at('2026-06-17T00:00:00+08:00'));
    expect(grantSpan(at('2026-06-15T00:00:01+08:00'), 30).endsAt).toEqual(at('2026-07-16T00:00:00+08:00'));
  });

  it('that begins at midnight lasts exactly its days', () => {
    expect(grantSpan(at('2026-06-15T00:00:00+08:00'), 7).endsAt).toEqual(at('2026-06-22T00:00:00+08:00'));
  });

  it('never gives less than its days, nor a day more', () => {
    const instants = fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 720 }), (from, days) => {
        const { endsAt } = grantSpan(from, days);
        const length = endsAt.getTime() - from.getTime();
        expect(length).toBeGreaterThanOrEqual(days * DAY_MS);
        expect(length).toBeLessThan((days + 1) * DAY_MS);
      }),
    );
  });
});

describe('buying again', () => {
  const now = at('2026-06-15T12:00:00+08:00');

  it('extends what is still held', () => {
    const held = grantSpan(now, 30);
    expect(extendFrom(now, [held])).toEqual(held.endsAt);
  });

  it('starts now when it has run out, or there was nothing', () => {
    expect(extendFrom(now, [grantSpan(at('2026-01-01T12:00:00+08:00'), 7)])).toEqual(now);
    expect(extendFrom(now, [])).toEqual(now);
  });
});

describe('revoking a grant', () => {
  const now = at('2026-06-15T12:00:00+08:00');
  const grant = (id: number, from: Date, validDays: number): Grant => ({
    id,
    validDays,
    ...grantSpan(from, validDays),
  });

  it('moves later ones up to now and keeps their days', () => {
    const first = grant(1, now, 30);
    const second = grant(2, first.endsAt, 7);
    const [moved] = closeGaps(now, [second]);
    expect(moved).toEqual({ ...second, ...grantSpan(now, 7) });
  });

  it('leaves a running one where it is and closes the gap behind it', () => {
    const first = grant(1, now, 7);
    const second = grant(2, first.endsAt, 30);
    const third = grant(3, second.endsAt, 1);
    const later = at('2026-06-16T12:00:00+08:00');
    expect(closeGaps(later, [third, first])).toEqual([first, { ...third, ...grantSpan(first.endsAt, 1) }]);
  });
});

it('access includes the first instant and excludes the last', () => {
  const span = grantSpan(at('2026-06-15T12:00:00+08:00'), 1);
  expect(isOpen(span, span.startsAt)).toBe(true);
  expect(isOpen(span, new Date(span.endsAt.getTime() - 1))).toBe(true);
  expect(isOpen(span, span.endsAt)).toBe(false);
});
