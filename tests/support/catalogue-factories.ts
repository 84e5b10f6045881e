import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { auditLog, cacheTag, courseCategory, courseSubCategory, teacher } from '@/db/schema';
import type { CatalogueSubject } from '@/lib/domain/catalogue-audit';
import type { NewCourseInput, NewDegreeInput } from '@/lib/domain/catalogue-form-product';
import { fen } from '@/lib/domain/money';
import { addPrice } from '@/lib/services/admin-catalogue/add-price';
import { changeStatus } from '@/lib/services/admin-catalogue/change-status';
import { createCourse } from '@/lib/services/admin-catalogue/create-course';
import { createDegree } from '@/lib/services/admin-catalogue/create-degree';
import type { AccountCtx } from '@/lib/services/ctx';
import { only, unique } from './factories';

/** A sub-category of a category of its own. */
export async function mintSubCategory(db: Db): Promise<{ readonly id: number; readonly categoryId: number }> {
  const category = only(
    await db
      .insert(courseCategory)
      .values({ slug: unique('c'), name: unique('分类'), position: 1 })
      .returning(),
  );
  const values = { categoryId: category.id, slug: unique('s'), name: unique('子类'), position: 1 };
  const row = only(await db.insert(courseSubCategory).values(values).returning());
  return { id: row.id, categoryId: category.id };
}

export async function mintTeacher(db: Db): Promise<{ readonly id: number; readonly name: string }> {
  const values = {
    name: unique('师'),
    role: 'lecturer',
    title: '讲师',
    signature: '好',
    brief: '好',
    avatarHue: 1,
  } as const;
  return only(await db.insert(teacher).values(values).returning());
}

/** A course's form as an administrator would send it, under names of its own. */
export const courseForm = (subCategoryId: number, change: Partial<NewCourseInput> = {}): NewCourseInput => ({
  name: '数据库入门',
  slug: unique('course'),
  brief: '从零开始。',
  coverHue: 200,
  coverGlyph: '库',
  subCategoryId,
  courseType: 'paid',
  degreeCourseId: null,
  level: 'beginner',
  period: 30,
  position: 1,
  attachmentPath: null,
  template: 'classic',
  publishedOn: '2025-06-01',
  hours: 12,
  slogan: '先会用',
  videoIntro: null,
  whyStudy: '因为',
  whatToStudyBrief: '所以',
  careerImprovement: '更好',
  prerequisite: '无',
  ...change,
});

export const degreeForm = (change: Partial<NewDegreeInput> = {}): NewDegreeInput => ({
  name: '全栈学位',
  slug: unique('degree'),
  brief: '一年。',
  coverHue: 20,
  coverGlyph: '栈',
  totalScholarshipFen: fen(100_000),
  mentorCompensationBonusFen: fen(20_000),
  period: 360,
  prerequisite: '无',
  position: 1,
  ...change,
});

/** A course that an administrator made, with the form it was made of; not online yet. */
export async function madeCourse(admin: AccountCtx, change: Partial<NewCourseInput> = {}) {
  const form = courseForm((await mintSubCategory(admin.db)).id, change);
  const created = await createCourse(admin, form);
  if (!created.ok) throw new Error(created.error.code);
  return { id: created.value, form };
}

export async function madeDegree(admin: AccountCtx) {
  const form = degreeForm();
  const created = await createDegree(admin, form);
  if (!created.ok) throw new Error(created.error.code);
  return { id: created.value, form };
}

interface LoggedEntry {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** What the audit log says about a subject, in order. */
export async function trailOf(db: Db, kind: CatalogueSubject, id: number): Promise<LoggedEntry[]> {
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, kind), eq(auditLog.subjectId, String(id))))
    .orderBy(asc(auditLog.id));
  return rows.map(({ action, before, after }) => ({ action, before: parsed(before), after: parsed(after) }));
}

/** How often a tag expired. */
export async function tagVersion(db: Db, tag: string): Promise<number> {
  const [row] = await db.select().from(cacheTag).where(eq(cacheTag.tag, tag));
  return row?.version ?? 0;
}

/** A course that an administrator made and published, at ¥99.00 for a month. */
export async function publishedCourse(admin: AccountCtx) {
  const made = await madeCourse(admin);
  const priced = await addPrice(admin, { productId: made.id, validDays: 30, price: fen(9900) });
  const published = await changeStatus(admin, { id: made.id, status: 'online', seen: 'offline' });
  if (!priced.ok || !published.ok) throw new Error('not published');
  return made;
}
