import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faqFields, sectionFields } from '@/db/queries/catalogue-fields';
import {
  courseChapter,
  courseSection,
  courseTeacher,
  degreeCourseTeacher,
  faq,
  recommendedCourse,
  scholarship,
  sectionProgress,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import type { AccountCtx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { madeCourse, madeDegree, mintTeacher, tagVersion, trailOf } from '@/tests/support/catalogue-factories';
import { mintAccount, only, unique } from '@/tests/support/factories';
import { addRecommendation } from './add-recommendation';
import { addTeaching } from './add-teaching';
import { moveEntry } from './move-entry';
import { removeEntry } from './remove-entry';
import { addChapter, changeChapter } from './save-chapter';
import { addFaq, changeFaq } from './save-faq';
import { addHomework } from './save-homework';
import { addOutline } from './save-outline';
import { addScholarship } from './save-scholarship';
import { addSection, changeSection } from './save-section';

let test: TestDatabase;
let admin: AccountCtx;
beforeAll(async () => {
  test = await testDatabase();
  admin = await adminCtx(test.db);
});
afterAll(() => test.db.$client.end());

const done = { ok: true, value: null };
const code = (name: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code: name }) });

const faqsOf = (productId: number) =>
  test.db
    .select({ ...faqFields, id: faq.id })
    .from(faq)
    .where(eq(faq.productId, productId))
    .orderBy(asc(faq.position));

async function courseWithFaqs(questions: readonly string[]) {
  const made = await madeCourse(admin);
  for (const question of questions) await addFaq(admin, { productId: made.id, question, answer: '答' });
  return { ...made, faqs: await faqsOf(made.id) };
}

const SECTION = { name: '节', kind: 'document', body: '正文', videoPath: null, durationSeconds: 60 } as const;
const chapter = (name: string) => ({ name, summary: '一章', publishedOn: '2025-06-01' });
const section = (link: string) => ({ ...SECTION, link, isFreeTrial: false, publishedOn: '2025-06-01' });

async function courseWithChapter() {
  const { id: productId } = await madeCourse(admin);
  const added = await addChapter(admin, { productId, ...chapter('开头') });
  if (!added.ok) throw new Error(added.error.code);
  return { productId, chapterId: added.value };
}

describe('lists of a product', () => {
  it('grow at the end, move, and lose an entry', async () => {
    const { id, form, faqs } = await courseWithFaqs(['甲', '乙', '丙']);
    const ids = faqs.map((entry) => entry.id);
    const move = (index: number, direction: 'up' | 'down') =>
      moveEntry(admin, { list: 'faq', parent: id, id: ids[index] ?? 0, direction });
    expect(await move(2, 'up')).toEqual(done);
    expect(await move(2, 'up')).toEqual(done);
    expect((await faqsOf(id)).map(({ question }) => question)).toEqual(['丙', '甲', '乙']);
    const before = await tagVersion(test.db, `product:${form.slug}`);
    expect(await move(2, 'up')).toEqual(done);
    expect(await removeEntry(admin, { list: 'faq', parent: id, id: ids[0] ?? 0 })).toEqual(done);
    expect(await removeEntry(admin, { list: 'faq', parent: id, id: ids[0] ?? 0 })).toEqual(code('NOT_FOUND'));
    expect((await faqsOf(id)).map(({ question }) => question)).toEqual(['丙', '乙']);
    expect(await tagVersion(test.db, `product:${form.slug}`)).toBe(before + 2);
    expect((await trailOf(test.db, 'course', id)).slice(-2)).toEqual([
      { action: 'faq.move', before: { position: 2 }, after: { entry: '丙', position: 1 } },
      { action: 'faq.remove', before: expect.objectContaining({ question: '甲' }), after: null },
    ]);
  });

  it('keep every entry when two administrators move at once', async () => {
    const { id, faqs } = await courseWithFaqs(['甲', '乙', '丙', '丁']);
    const moves = faqs.flatMap((entry) =>
      (['up', 'down'] as const).map((direction) =>
        moveEntry(admin, { list: 'faq', parent: id, id: entry.id, direction }),
      ),
    );
    expect(await Promise.all(moves)).toEqual(moves.map(() => done));
    const after = await faqsOf(id);
    expect(after.map(({ question }) => question).sort()).toEqual(['丁', '丙', '乙', '甲']);
  });

  it('are reached through their own product only', async () => {
    const [own, other] = [await courseWithFaqs(['甲']), await madeCourse(admin)];
    const target = own.faqs[0];
    const input = { list: 'faq', parent: other.id, id: target?.id ?? 0 } as const;
    expect(await moveEntry(admin, { ...input, direction: 'up' })).toEqual(code('NOT_FOUND'));
    expect(await removeEntry(admin, input)).toEqual(code('NOT_FOUND'));
    expect(await removeEntry(admin, { ...input, parent: null })).toEqual(code('NOT_FOUND'));
    const edit = { productId: other.id, id: target?.id ?? 0, version: target?.version ?? '', answer: '改' };
    expect(await changeFaq(admin, { ...edit, question: '甲' })).toEqual(code('NOT_FOUND'));
    expect(await faqsOf(own.id)).toHaveLength(1);
  });

  it('a question is asked once, a change is noticed, a move is none', async () => {
    const { id, faqs } = await courseWithFaqs(['甲', '乙']);
    expect(await addFaq(admin, { productId: id, question: '甲', answer: '又' })).toMatchObject({
      error: { code: 'ALREADY_THERE', field: 'question' },
    });
    const [first] = faqs;
    const edit = { productId: id, id: first?.id ?? 0, version: first?.version ?? '', question: '甲' };
    await moveEntry(admin, { list: 'faq', parent: id, id: edit.id, direction: 'down' });
    expect(await changeFaq(admin, { ...edit, answer: '新的回答' })).toEqual(done);
    expect(await changeFaq(admin, { ...edit, answer: '另一个回答' })).toEqual(code('CONFLICT'));
    expect((await trailOf(test.db, 'course', id)).at(-1)).toEqual({
      action: 'faq.change',
      before: { answer: '答' },
      after: { entry: '甲', answer: '新的回答' },
    });
  });

  it('outline and scholarships are told apart by title and percent', async () => {
    const [course, degree] = [await madeCourse(admin), await madeDegree(admin)];
    const outline = { productId: course.id, title: '一', content: '内容' };
    expect(await addOutline(admin, outline)).toEqual(done);
    expect(await addOutline(admin, outline)).toMatchObject({ error: { code: 'ALREADY_THERE', field: 'title' } });
    const bonus = { productId: degree.id, timePercent: 60, valueFen: fen(1000) };
    expect(await addScholarship(admin, bonus)).toEqual(done);
    expect(await addScholarship(admin, bonus)).toMatchObject({
      error: { code: 'ALREADY_THERE', field: 'timePercent' },
    });
    // A course has no scholarships.
    expect(await addScholarship(admin, { ...bonus, productId: course.id })).toEqual(code('CONFLICT'));
    expect(await test.db.$count(scholarship, eq(scholarship.degreeCourseId, degree.id))).toBe(1);
  });
});

describe('teachers and recommendations', () => {
  it('names a teacher once, on a course and on a degree', async () => {
    const [course, degree, teacher] = [await madeCourse(admin), await madeDegree(admin), await mintTeacher(test.db)];
    for (const productId of [course.id, degree.id]) {
      const both = await Promise.all([1, 2].map(() => addTeaching(admin, { productId, teacherId: teacher.id })));
      expect(both.filter((result) => result.ok)).toHaveLength(1);
      expect(both).toContainEqual(code('ALREADY_THERE'));
    }
    expect(await test.db.$count(courseTeacher, eq(courseTeacher.teacherId, teacher.id))).toBe(1);
    expect(await test.db.$count(degreeCourseTeacher, eq(degreeCourseTeacher.teacherId, teacher.id))).toBe(1);
    expect(await removeEntry(admin, { list: 'teacher', parent: null, id: teacher.id })).toEqual(code('IN_USE'));
    await removeEntry(admin, { list: 'course-teacher', parent: course.id, id: teacher.id });
    await removeEntry(admin, { list: 'degree-teacher', parent: degree.id, id: teacher.id });
    expect(await removeEntry(admin, { list: 'teacher', parent: null, id: teacher.id })).toEqual(done);
    expect((await trailOf(test.db, 'teacher', teacher.id)).map(({ action }) => action)).toEqual(['teacher.remove']);
    expect(await addTeaching(admin, { productId: course.id, teacherId: teacher.id })).toEqual(code('CONFLICT'));
  });

  it('recommends another course by its slug', async () => {
    const [one, two, degree] = [await madeCourse(admin), await madeCourse(admin), await madeDegree(admin)];
    const recommend = (slug: string) => addRecommendation(admin, { productId: one.id, recommended: slug });
    expect(await recommend(two.form.slug)).toEqual(done);
    expect(await recommend(two.form.slug)).toMatchObject({ error: { code: 'ALREADY_THERE', field: 'recommended' } });
    expect(await recommend(one.form.slug)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'recommended' } });
    expect(await recommend(degree.form.slug)).toMatchObject({ error: { code: 'NOT_FOUND', field: 'recommended' } });
    expect(await recommend(unique('none'))).toEqual(code('NOT_FOUND'));
    expect(await test.db.$count(recommendedCourse, eq(recommendedCourse.courseId, one.id))).toBe(1);
  });
});

describe('chapters, sections, homework', () => {
  it('chapters swap their numbers', async () => {
    const { productId, chapterId } = await courseWithChapter();
    await addChapter(admin, { productId, ...chapter('中间') });
    await addChapter(admin, { productId, ...chapter('结尾') });
    expect(await moveEntry(admin, { list: 'chapter', parent: productId, id: chapterId, direction: 'down' })).toEqual(
      done,
    );
    const rows = await test.db
      .select({ number: courseChapter.number, name: courseChapter.name })
      .from(courseChapter)
      .where(eq(courseChapter.courseId, productId))
      .orderBy(asc(courseChapter.number));
    expect(rows).toEqual([
      { number: 1, name: '中间' },
      { number: 2, name: '开头' },
      { number: 3, name: '结尾' },
    ]);
  });

  it('a section is found by a link of its own, and changed with what was seen', async () => {
    const { productId, chapterId } = await courseWithChapter();
    expect(await addSection(admin, { productId, chapterId, ...section('one') })).toEqual(done);
    expect(await addSection(admin, { productId, chapterId, ...section('one') })).toMatchObject({
      error: { code: 'ALREADY_THERE', field: 'link' },
    });
    const row = only(
      await test.db
        .select({ ...sectionFields, id: courseSection.id })
        .from(courseSection)
        .where(eq(courseSection.chapterId, chapterId)),
    );
    const film = { kind: 'video', videoPath: 'one.mp4', isFreeTrial: true } as const;
    const edit = { productId, chapterId, id: row.id, version: row.version };
    expect(await changeSection(admin, { ...edit, ...section('two'), ...film })).toEqual(done);
    expect(await changeSection(admin, { ...edit, ...section('three') })).toEqual(code('CONFLICT'));
    expect((await trailOf(test.db, 'course', productId)).at(-1)).toEqual({
      action: 'section.change',
      before: { link: 'one', kind: 'document', videoPath: null, isFreeTrial: false },
      after: { entry: '节', link: 'two', ...film },
    });
  });

  it('stay inside their own course', async () => {
    const [own, other] = [await courseWithChapter(), await courseWithChapter()];
    const foreign = { productId: other.productId, chapterId: own.chapterId };
    const task = { title: '业', requirement: '做', threshold: '过', recommendedPeriod: 3, isEnabled: true };
    expect(await addSection(admin, { ...foreign, ...section('x') })).toEqual(code('NOT_FOUND'));
    expect(await addHomework(admin, { ...foreign, ...task, scholarshipFen: fen(0) })).toEqual(code('NOT_FOUND'));
    const edit = { id: own.chapterId, version: '0'.repeat(32), productId: other.productId };
    expect(await changeChapter(admin, { ...edit, ...chapter('别人的') })).toEqual(code('NOT_FOUND'));
  });

  it('what students have used is not removed, nor a chapter that is not empty', async () => {
    const [{ productId, chapterId }, student] = [await courseWithChapter(), await mintAccount(test.db)];
    await addSection(admin, { productId, chapterId, ...section('one') });
    const { id } = only(await test.db.select().from(courseSection).where(eq(courseSection.chapterId, chapterId)));
    await test.db.insert(sectionProgress).values({ accountId: student.id, sectionId: id });
    const [lesson, whole] = [
      { list: 'section', parent: chapterId, id },
      { list: 'chapter', parent: productId, id: chapterId },
    ] as const;
    expect(await removeEntry(admin, lesson)).toMatchObject({
      error: { code: 'IN_USE', detail: expect.stringContaining('已有学员学过') },
    });
    expect(await removeEntry(admin, whole)).toEqual(code('IN_USE'));
    await test.db.delete(sectionProgress).where(eq(sectionProgress.sectionId, id));
    expect(await removeEntry(admin, lesson)).toEqual(done);
    expect(await removeEntry(admin, whole)).toEqual(done);
    expect(await test.db.$count(courseChapter, eq(courseChapter.id, chapterId))).toBe(0);
  });
});
