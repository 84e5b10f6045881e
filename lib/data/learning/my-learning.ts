import { asc, eq, inArray, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { holdingsOf } from '@/db/queries/holdings';
import { course, product } from '@/db/schema';
import type { ProductStatus } from '@/lib/domain/catalogue';
import { type Holding, type HoldingState, heldUntil, holdingState } from '@/lib/domain/course-access';
import { type Day, lastDay } from '@/lib/domain/shanghai-day';
import { findPendingForms, type PendingForm } from './pending-forms';
import { type CourseProgress, progressOf } from './progress';

interface Titled {
  readonly slug: string;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
}

interface Held {
  readonly state: Exclude<HoldingState, 'none'>;
  readonly lastDay: Day;
}

export interface StudyCard extends Titled {
  readonly status: ProductStatus;
  /** null while the course has no sections. */
  readonly progress: CourseProgress | null;
}

export interface OwnCourse extends StudyCard, Held {}

export interface OwnDegree extends Titled, Held {
  readonly modules: readonly StudyCard[];
}

export interface MyLearning {
  readonly pendingForms: readonly PendingForm[];
  /** What is open comes first, then what was bought last. */
  readonly courses: readonly OwnCourse[];
  readonly degrees: readonly OwnDegree[];
  /** VIP专享; empty without an open degree. */
  readonly vip: readonly StudyCard[];
}

/** Everything an account has to study, or had, at `now`. */
export async function findMyLearning(db: Db, accountId: number, now: Date): Promise<MyLearning> {
  const held = (await holdingsOf(db, accountId)).flatMap((holding) => heldAt(holding, now)).sort(openFirst);
  const hasVip = held.some((one) => one.kind === 'degree_course' && one.state === 'open');
  const [titles, cards, pendingForms] = await Promise.all([
    titlesOf(db, held),
    cardsOf(db, accountId, held, hasVip),
    findPendingForms(db, accountId, now),
  ]);
  return {
    pendingForms,
    courses: held.flatMap((one) =>
      cards.filter((card) => card.id === one.productId).map((card) => ({ ...card, ...one })),
    ),
    degrees: held
      .filter((one) => one.kind === 'degree_course')
      .flatMap((one) => titles.filter((title) => title.id === one.productId).map((title) => ({ ...title, ...one })))
      .map((degree) => ({ ...degree, modules: cards.filter((card) => card.degreeCourseId === degree.id) })),
    vip: hasVip ? cards.filter((card) => card.courseType === 'vip' && card.status === 'online') : [],
  };
}

type HeldProduct = Held & Pick<Holding, 'productId' | 'kind'>;

function heldAt({ productId, kind, openedAt, grants }: Holding, now: Date): HeldProduct[] {
  const state = holdingState({ openedAt, grants }, now);
  return state === 'none' ? [] : [{ productId, kind, state, lastDay: lastDay(heldUntil(grants)) }];
}

const RANK = { open: 0, form: 1, not_started: 2, ended: 3 } as const;
const openFirst = (a: HeldProduct, b: HeldProduct): number => RANK[a.state] - RANK[b.state];

const TITLE = {
  id: product.id,
  slug: product.slug,
  name: product.name,
  coverHue: product.coverHue,
  coverGlyph: product.coverGlyph,
  status: product.status,
};

const titlesOf = (db: Db, held: readonly HeldProduct[]) =>
  db
    .select(TITLE)
    .from(product)
    .where(
      inArray(
        product.id,
        held.map((one) => one.productId),
      ),
    );

/** The account's own courses, the modules of its degrees, and VIP专享 when it has that. */
async function cardsOf(db: Db, accountId: number, held: readonly HeldProduct[], hasVip: boolean) {
  const ids = held.map((one) => one.productId);
  const rows = await db
    .select({ ...TITLE, courseType: course.courseType, degreeCourseId: course.degreeCourseId })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(
      or(
        inArray(course.productId, ids),
        inArray(course.degreeCourseId, ids),
        hasVip ? eq(course.courseType, 'vip') : undefined,
      ),
    )
    .orderBy(asc(course.position), asc(course.productId));
  const progress = await progressOf(
    db,
    accountId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, progress: progress.get(row.id) ?? null }));
}
