import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { type MintedProduct, mintAccount, mintCourse, mintDegree } from '@/tests/support/factories';
import { type MintedSection, mintChapter, mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { findLesson } from './lesson';

const NOW = new Date('2026-06-15T04:00:00Z');
const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(NOW.getTime() + offset * DAY_MS);
const SECRET = '只给学员看的正文';

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
});

interface Course {
  readonly product: MintedProduct;
  readonly trial: MintedSection;
  readonly paid: MintedSection;
}

async function withSections(product: MintedProduct): Promise<Course> {
  const [trial, paid] = await mintChapter(db, product.id, 1, [{ isFreeTrial: true }, { body: SECRET }]);
  if (!trial || !paid) throw new Error('no sections');
  return { product, trial, paid };
}

/** What an account sees of a section: `open`, or why not. A closed section must not bring its content along. */
async function seen(course: Course, section: MintedSection, accountId: number | null): Promise<string> {
  const place = await findLesson(db, { slug: course.product.slug, ...section }, accountId, NOW);
  if (!place) return 'not found';
  if (place.content) return 'open';
  expect(JSON.stringify(place)).not.toContain(SECRET);
  return place.access.open ? 'open without content' : place.access.reason;
}

const CURRENT = { startsAt: day(-1), endsAt: day(5) };
const OPENED = { openedAt: day(-1) };

describe('who may study a course', () => {
  it.each<[string, string, ((accountId: number, product: MintedProduct) => Promise<unknown>) | null]>([
    ['a student who bought nothing', 'BUY', null],
    ['an unpaid order', 'BUY', (id, product) => mintPendingOrder(db, id, [{ product }])],
    ['paid, without the 报名表', 'FORM', (id, product) => mintPaidOrder(db, id, product, CURRENT)],
    ['paid and opened', 'open', (id, product) => mintPaidOrder(db, id, product, { ...CURRENT, ...OPENED })],
    [
      'an expired grant',
      'RENEW',
      (id, product) => mintPaidOrder(db, id, product, { startsAt: day(-9), endsAt: day(0), ...OPENED }),
    ],
    [
      'a grant that lies ahead',
      'NOT_STARTED',
      (id, product) => mintPaidOrder(db, id, product, { startsAt: day(1), endsAt: day(9), ...OPENED }),
    ],
    [
      'a revoked grant',
      'BUY',
      (id, product) => mintPaidOrder(db, id, product, { ...CURRENT, ...OPENED, revokedAt: day(-1) }),
    ],
    [
      'a revoked grant beside a valid one',
      'open',
      async (id, product) => {
        await mintPaidOrder(db, id, product, { ...CURRENT, ...OPENED, revokedAt: day(-1) });
        await mintPaidOrder(db, id, product, { ...CURRENT, ...OPENED });
      },
    ],
  ])('%s: %s', async (_who, expected, prepare) => {
    const course = await withSections(await mintCourse(db));
    const student = await mintAccount(db);
    await prepare?.(student.id, course.product);
    expect(await seen(course, course.paid, student.id)).toBe(expected);
    expect(await seen(course, course.trial, student.id)).toBe('open');
  });

  it('a visitor sees the trial and nothing else', async () => {
    const course = await withSections(await mintCourse(db));
    expect(await seen(course, course.paid, null)).toBe('SIGN_IN');
    expect(await seen(course, course.trial, null)).toBe('open');
  });

  it("another student's order opens nothing", async () => {
    const course = await withSections(await mintCourse(db));
    const [buyer, other] = [await mintAccount(db), await mintAccount(db)];
    await mintPaidOrder(db, buyer.id, course.product, { ...CURRENT, ...OPENED });
    expect(await seen(course, course.paid, other.id)).toBe('BUY');
  });

  it('a course that is not on sale shows its trial to its owners only', async () => {
    for (const status of ['offline', 'upcoming'] as const) {
      const course = await withSections(await mintCourse(db, { status }));
      const owner = await mintAccount(db);
      await mintPaidOrder(db, owner.id, course.product, { ...CURRENT, ...OPENED });
      expect(await seen(course, course.trial, null)).toBe('SIGN_IN');
      expect(await seen(course, course.trial, (await mintAccount(db)).id)).toBe('NOT_ON_SALE');
      expect(await seen(course, course.trial, owner.id)).toBe('open');
      expect(await seen(course, course.paid, owner.id)).toBe('open');
    }
  });
});

describe('what a degree opens', () => {
  it('its modules and VIP专享, not the modules of others nor courses that are sold', async () => {
    const [degree, otherDegree] = [await mintDegree(db), await mintDegree(db)];
    const [own, foreign, vip, sold] = await Promise.all([
      mintCourse(db, { degreeCourseId: degree.id }).then(withSections),
      mintCourse(db, { degreeCourseId: otherDegree.id }).then(withSections),
      mintCourse(db, { courseType: 'vip' }).then(withSections),
      mintCourse(db).then(withSections),
    ]);
    const student = await mintAccount(db);
    expect(await seen(own, own.paid, student.id)).toBe('BUY_DEGREE');
    expect(await seen(vip, vip.paid, student.id)).toBe('ANY_DEGREE');

    await mintPaidOrder(db, student.id, degree, CURRENT);
    expect(await seen(own, own.paid, student.id)).toBe('FORM');
    expect(await seen(vip, vip.paid, student.id)).toBe('FORM');

    await mintPaidOrder(db, student.id, degree, { startsAt: day(5), endsAt: day(9), ...OPENED });
    expect(await seen(own, own.paid, student.id)).toBe('open');
    expect(await seen(vip, vip.paid, student.id)).toBe('open');
    expect(await seen(foreign, foreign.paid, student.id)).toBe('BUY_DEGREE');
    expect(await seen(sold, sold.paid, student.id)).toBe('BUY');
  });

  it('closes with it', async () => {
    const degree = await mintDegree(db);
    const course = await withSections(await mintCourse(db, { degreeCourseId: degree.id }));
    const student = await mintAccount(db);
    await mintPaidOrder(db, student.id, degree, { startsAt: day(-9), endsAt: day(-1), ...OPENED });
    expect(await seen(course, course.paid, student.id)).toBe('RENEW');
    const place = await findLesson(db, { slug: course.product.slug, ...course.paid }, student.id, NOW);
    expect(place?.access).toMatchObject({ target: { slug: degree.slug }, day: '2026-06-14' });
  });
});

describe('what a denial says', () => {
  it('names the order whose 报名表 is missing, of this product and this account', async () => {
    const course = await withSections(await mintCourse(db));
    const [student, other] = [await mintAccount(db), await mintAccount(db)];
    await mintPaidOrder(db, student.id, await mintCourse(db), CURRENT);
    await mintPaidOrder(db, other.id, course.product, CURRENT);
    const wanted = await mintPaidOrder(db, student.id, course.product, CURRENT);
    const place = await findLesson(db, { slug: course.product.slug, ...course.paid }, student.id, NOW);
    expect(place?.access).toMatchObject({ reason: 'FORM', formOrderNo: wanted.orderNo });
  });
});

it('is undefined for a course, chapter or section that is not there', async () => {
  const course = await withSections(await mintCourse(db));
  expect(await seen(course, { ...course.paid, chapter: 2 }, null)).toBe('not found');
  expect(await seen(course, { ...course.paid, link: 'elsewhere' }, null)).toBe('not found');
  const nowhere = await findLesson(db, { slug: 'no-such-course', chapter: 1, link: 'x' }, null, NOW);
  expect(nowhere).toBeUndefined();
});

it('knows its neighbours across chapters', async () => {
  const product = await mintCourse(db);
  const [a, b] = await mintChapter(db, product.id, 1, [{ isFreeTrial: true }, {}]);
  const [c] = await mintChapter(db, product.id, 2, [{}]);
  const at = async (section: MintedSection | undefined) => {
    const place = section && (await findLesson(db, { slug: product.slug, ...section }, null, NOW));
    return [place?.previous?.link, place?.next?.link];
  };
  expect(await at(a)).toEqual([undefined, b?.link]);
  expect(await at(b)).toEqual([a?.link, c?.link]);
  expect(await at(c)).toEqual([b?.link, undefined]);
});
