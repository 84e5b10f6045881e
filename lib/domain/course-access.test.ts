import { describe, expect, it } from 'vitest';
import { type CourseFacts, courseAccess, type Holding, holdingState, sectionIsOpen } from './course-access';
import type { Span } from './enrolment';

const NOW = new Date('2026-06-15T04:00:00Z');
const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(NOW.getTime() + offset * DAY_MS);
const span = (from: number, to: number): Span => ({ startsAt: day(from), endsAt: day(to) });

const PAID: CourseFacts = { productId: 1, status: 'online', courseType: 'paid', degreeCourseId: null };
const MODULE: CourseFacts = { productId: 2, status: 'online', courseType: 'degree_module', degreeCourseId: 10 };
const VIP: CourseFacts = { productId: 3, status: 'online', courseType: 'vip', degreeCourseId: null };

const holding = (productId: number, grants: readonly Span[], openedAt: Date | null = day(-9)): Holding => ({
  productId,
  kind: productId >= 10 ? 'degree_course' : 'course',
  openedAt,
  grants,
});

function outcome(course: CourseFacts, holdings: readonly Holding[] | null): string {
  const access = courseAccess(course, holdings, NOW);
  return access.open ? 'open' : access.reason;
}

describe('a course sold by itself', () => {
  it.each<[string, readonly Holding[] | null, string]>([
    ['a visitor', null, 'SIGN_IN'],
    ['nothing bought', [], 'BUY'],
    ['another course', [holding(9, [span(-1, 5)])], 'BUY'],
    ['a degree', [holding(10, [span(-1, 5)])], 'BUY'],
    ['paid, without the 报名表', [holding(1, [span(-1, 5)], null)], 'FORM'],
    ['opened, with a grant', [holding(1, [span(-1, 5)])], 'open'],
    ['a grant that ends right now', [holding(1, [span(-5, 0)])], 'RENEW'],
    ['a grant that starts right now', [holding(1, [span(0, 5)])], 'open'],
    ['a grant that only lies ahead', [holding(1, [span(1, 5)])], 'NOT_STARTED'],
    ['a grant that only lies ahead, without the 报名表', [holding(1, [span(1, 5)], null)], 'FORM'],
    ['every grant ended', [holding(1, [span(-9, -5), span(-5, -1)])], 'RENEW'],
    ['ended before the 报名表 came', [holding(1, [span(-9, -5)], null)], 'RENEW'],
    ['ended, then renewed', [holding(1, [span(-9, -5), span(-1, 3)])], 'open'],
    ['every grant revoked', [holding(1, [])], 'BUY'],
  ])('%s', (_what, holdings, expected) => {
    expect(outcome(PAID, holdings)).toBe(expected);
  });

  it('stays with its owner when it goes off sale, and nobody else can get it', () => {
    for (const status of ['offline', 'upcoming'] as const) {
      expect(outcome({ ...PAID, status }, [holding(1, [span(-1, 5)])])).toBe('open');
      expect(outcome({ ...PAID, status }, [])).toBe('NOT_ON_SALE');
    }
  });

  it('says until when: the end of the chain', () => {
    expect(courseAccess(PAID, [holding(1, [span(-1, 5), span(5, 9)])], NOW)).toEqual({
      open: true,
      productId: 1,
      until: day(9),
    });
  });
});

describe('through a degree', () => {
  it.each<[string, CourseFacts, readonly Holding[], string]>([
    ['a module by its degree', MODULE, [holding(10, [span(-1, 5)])], 'open'],
    ['a module by another degree', MODULE, [holding(11, [span(-1, 5)])], 'BUY_DEGREE'],
    ['a module by its degree, unopened', MODULE, [holding(10, [span(-1, 5)], null)], 'FORM'],
    ['a module by its degree, ended', MODULE, [holding(10, [span(-9, -1)])], 'RENEW'],
    ['an upcoming module', { ...MODULE, status: 'upcoming' }, [holding(10, [span(-1, 5)])], 'NOT_ON_SALE'],
    ['VIP专享 by any degree', VIP, [holding(11, [span(-1, 5)])], 'open'],
    ['VIP专享 by a course', VIP, [holding(1, [span(-1, 5)])], 'ANY_DEGREE'],
    ['VIP专享 by an ended degree', VIP, [holding(11, [span(-9, -1)])], 'RENEW'],
    [
      'VIP专享 by an ended and a running degree',
      VIP,
      [holding(10, [span(-9, -1)]), holding(11, [span(-1, 2)])],
      'open',
    ],
    ['VIP专享 without anything', VIP, [], 'ANY_DEGREE'],
  ])('%s', (_what, course, holdings, expected) => {
    expect(outcome(course, holdings)).toBe(expected);
  });

  it('takes the longest holding', () => {
    const access = courseAccess(VIP, [holding(10, [span(-1, 2)]), holding(11, [span(-1, 8)])], NOW);
    expect(access).toEqual({ open: true, productId: 11, until: day(8) });
  });
});

describe('a free trial section', () => {
  const trial = { isFreeTrial: true };
  const isOpenTo = (course: CourseFacts, holdings: readonly Holding[] | null) =>
    sectionIsOpen(trial, course, courseAccess(course, holdings, NOW));

  it('is open to everyone while the course is on sale', () => {
    expect(isOpenTo(PAID, null)).toBe(true);
    expect(isOpenTo(PAID, [])).toBe(true);
    expect(isOpenTo({ ...PAID, status: 'offline' }, null)).toBe(false);
    expect(isOpenTo({ ...PAID, status: 'upcoming' }, [])).toBe(false);
    expect(isOpenTo({ ...PAID, status: 'offline' }, [holding(1, [span(-1, 5)])])).toBe(true);
  });

  it('opens nothing beside itself', () => {
    expect(sectionIsOpen({ isFreeTrial: false }, PAID, courseAccess(PAID, null, NOW))).toBe(false);
  });
});

it('holdingState of an enrolment without grants is none', () => {
  expect(holdingState({ openedAt: null, grants: [] }, NOW)).toBe('none');
});
