import { and, eq, max, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  courseCategory,
  courseChapter,
  courseOutline,
  courseSection,
  courseSubCategory,
  courseTeacher,
  degreeCourseTeacher,
  faq,
  homework,
  recommendedCourse,
  scholarship,
  teacher,
} from '@/db/schema';
import type { EntryListName, OrderedList } from '@/lib/domain/catalogue-form-entry';
import type { TxCtx } from '../ctx';

export interface EntryList {
  readonly table: PgTable;
  /** What tells the entries of one list apart. */
  readonly key: PgColumn;
  /** What people call an entry. */
  readonly label: SQLWrapper;
  /** What the list belongs to; null when to the school itself. */
  readonly parent: PgColumn | null;
  /** How its product is found from `parent`; null: it hangs on no product. */
  readonly below: 'product' | 'chapter' | null;
}

interface Ordered extends EntryList {
  readonly order: PgColumn;
}

/** Lists with an order. */
export const ORDERED: Readonly<Record<OrderedList, Ordered>> = {
  chapter: {
    table: courseChapter,
    key: courseChapter.id,
    label: courseChapter.name,
    parent: courseChapter.courseId,
    below: 'product',
    order: courseChapter.number,
  },
  section: {
    table: courseSection,
    key: courseSection.id,
    label: courseSection.name,
    parent: courseSection.chapterId,
    below: 'chapter',
    order: courseSection.position,
  },
  homework: {
    table: homework,
    key: homework.id,
    label: homework.title,
    parent: homework.chapterId,
    below: 'chapter',
    order: homework.position,
  },
  outline: {
    table: courseOutline,
    key: courseOutline.id,
    label: courseOutline.title,
    parent: courseOutline.courseId,
    below: 'product',
    order: courseOutline.position,
  },
  faq: { table: faq, key: faq.id, label: faq.question, parent: faq.productId, below: 'product', order: faq.position },
  'course-teacher': {
    table: courseTeacher,
    key: courseTeacher.teacherId,
    label: sql`(select name from teacher where id = course_teacher.teacher_id)`,
    parent: courseTeacher.courseId,
    below: 'product',
    order: courseTeacher.position,
  },
  'degree-teacher': {
    table: degreeCourseTeacher,
    key: degreeCourseTeacher.teacherId,
    label: sql`(select name from teacher where id = degree_course_teacher.teacher_id)`,
    parent: degreeCourseTeacher.degreeCourseId,
    below: 'product',
    order: degreeCourseTeacher.position,
  },
  recommended: {
    table: recommendedCourse,
    key: recommendedCourse.recommendedId,
    label: sql`(select name from product where id = recommended_course.recommended_id)`,
    parent: recommendedCourse.courseId,
    below: 'product',
    order: recommendedCourse.position,
  },
  category: {
    table: courseCategory,
    key: courseCategory.id,
    label: courseCategory.name,
    parent: null,
    below: null,
    order: courseCategory.position,
  },
  'sub-category': {
    table: courseSubCategory,
    key: courseSubCategory.id,
    label: courseSubCategory.name,
    parent: courseSubCategory.categoryId,
    below: null,
    order: courseSubCategory.position,
  },
};

export const LISTS: Readonly<Record<EntryListName, EntryList>> = {
  ...ORDERED,
  scholarship: {
    table: scholarship,
    key: scholarship.id,
    label: scholarship.timePercent,
    parent: scholarship.degreeCourseId,
    below: 'product',
  },
  teacher: { table: teacher, key: teacher.id, label: teacher.name, parent: null, below: null },
};

/** The entries of one list; undefined: of the table. */
export const inList = (list: EntryList, parent: number | null): SQL | undefined =>
  list.parent === null || parent === null ? undefined : eq(list.parent, parent);

export const oneOfList = (list: EntryList, parent: number | null, id: number): SQL | undefined =>
  and(eq(list.key, id), inList(list, parent));

export interface Entry {
  readonly id: number;
  readonly label: string;
}

/** The entries of one list, locked, in their order. */
export async function lockedEntries({ db }: TxCtx, name: OrderedList, parent: number | null): Promise<Entry[]> {
  const list = ORDERED[name];
  const rows = await db
    .select({
      id: sql`${list.key}`.mapWith(Number),
      label: sql`${list.label}`.mapWith(String),
      place: sql`${list.order}`.mapWith(Number),
    })
    .from(list.table)
    .where(inList(list, parent))
    // Locked by id, everywhere the same; the order is made afterwards.
    .orderBy(list.key)
    .for('no key update');
  return rows.sort((one, other) => one.place - other.place || one.id - other.id);
}

/** Where a new entry goes: behind the last. */
export async function nextPlace({ db }: TxCtx, name: OrderedList, parent: number | null): Promise<number> {
  const list = ORDERED[name];
  const [row] = await db
    .select({ last: max(sql`${list.order}`).mapWith(Number) })
    .from(list.table)
    .where(inList(list, parent));
  return (row?.last ?? 0) + 1;
}
