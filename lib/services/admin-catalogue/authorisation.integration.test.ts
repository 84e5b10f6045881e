import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, cacheTag, product } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import type { Actor, Ctx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { courseForm, degreeForm, madeCourse, madeDegree, mintSubCategory } from '@/tests/support/catalogue-factories';
import { mintAccount } from '@/tests/support/factories';
import { addPrice } from './add-price';
import { addRecommendation } from './add-recommendation';
import { addTeaching } from './add-teaching';
import { changeCourse } from './change-course';
import { changeDegree } from './change-degree';
import { changePrice } from './change-price';
import { changeStatus } from './change-status';
import { createCourse } from './create-course';
import { createDegree } from './create-degree';
import { moveEntry } from './move-entry';
import { offerPrice } from './offer-price';
import { removeEntry } from './remove-entry';
import { addCategory, changeCategory } from './save-category';
import { addChapter, changeChapter } from './save-chapter';
import { addFaq, changeFaq } from './save-faq';
import { addHomework, changeHomework } from './save-homework';
import { addOutline, changeOutline } from './save-outline';
import { addScholarship, changeScholarship } from './save-scholarship';
import { addSection, changeSection } from './save-section';
import { addSubCategory, changeSubCategory } from './save-sub-category';
import { addTeacher, changeTeacher } from './save-teacher';

let test: TestDatabase;
let target: { readonly course: number; readonly degree: number; readonly sub: number };
beforeAll(async () => {
  test = await testDatabase();
  const admin = await adminCtx(test.db);
  const [course, degree] = [await madeCourse(admin), await madeDegree(admin)];
  target = { course: course.id, degree: degree.id, sub: (await mintSubCategory(test.db)).id };
});
afterAll(() => test.db.$client.end());

const EDITED = { id: 1, version: '0'.repeat(32) };
const CHAPTER = { name: '一', summary: '一', publishedOn: '2025-01-01' };
const SECTION = {
  chapterId: 1,
  name: '节',
  kind: 'document' as const,
  link: 'one',
  body: '文',
  videoPath: null,
  durationSeconds: 1,
  isFreeTrial: false,
  publishedOn: '2025-01-01',
};
const HOMEWORK = {
  chapterId: 1,
  title: '业',
  requirement: '做',
  threshold: '过',
  recommendedPeriod: 1,
  scholarshipFen: fen(0),
  isEnabled: true,
};
const TEACHER = {
  name: '师',
  role: 'lecturer' as const,
  title: '讲',
  signature: '签',
  brief: '介',
  avatarHue: 1,
  username: null,
};

/** Every service that writes the catalogue, with input that is good enough to be refused for who sends it only. */
const SERVICES: Readonly<Record<string, (ctx: Ctx) => Promise<unknown>>> = {
  createCourse: (ctx) => createCourse(ctx, courseForm(target.sub)),
  changeCourse: (ctx) => changeCourse(ctx, { ...courseForm(target.sub), ...EDITED, id: target.course }),
  createDegree: (ctx) => createDegree(ctx, degreeForm()),
  changeDegree: (ctx) => changeDegree(ctx, { ...degreeForm(), ...EDITED, id: target.degree }),
  changeStatus: (ctx) => changeStatus(ctx, { id: target.course, status: 'upcoming', seen: 'offline' }),
  addPrice: (ctx) => addPrice(ctx, { productId: target.course, validDays: 30, price: fen(100) }),
  changePrice: (ctx) => changePrice(ctx, { ...EDITED, productId: target.course, price: fen(100) }),
  offerPrice: (ctx) => offerPrice(ctx, { productId: target.course, id: 1, offered: false }),
  addFaq: (ctx) => addFaq(ctx, { productId: target.course, question: '问', answer: '答' }),
  changeFaq: (ctx) => changeFaq(ctx, { ...EDITED, productId: target.course, question: '问', answer: '答' }),
  addOutline: (ctx) => addOutline(ctx, { productId: target.course, title: '题', content: '文' }),
  changeOutline: (ctx) => changeOutline(ctx, { ...EDITED, productId: target.course, title: '题', content: '文' }),
  addScholarship: (ctx) => addScholarship(ctx, { productId: target.degree, timePercent: 50, valueFen: fen(1) }),
  changeScholarship: (ctx) =>
    changeScholarship(ctx, { ...EDITED, productId: target.degree, timePercent: 50, valueFen: fen(1) }),
  addTeaching: (ctx) => addTeaching(ctx, { productId: target.course, teacherId: 1 }),
  addRecommendation: (ctx) => addRecommendation(ctx, { productId: target.course, recommended: 'x' }),
  addChapter: (ctx) => addChapter(ctx, { productId: target.course, ...CHAPTER }),
  changeChapter: (ctx) => changeChapter(ctx, { ...EDITED, productId: target.course, ...CHAPTER }),
  addSection: (ctx) => addSection(ctx, { productId: target.course, ...SECTION }),
  changeSection: (ctx) => changeSection(ctx, { ...EDITED, productId: target.course, ...SECTION }),
  addHomework: (ctx) => addHomework(ctx, { productId: target.course, ...HOMEWORK }),
  changeHomework: (ctx) => changeHomework(ctx, { ...EDITED, productId: target.course, ...HOMEWORK }),
  addTeacher: (ctx) => addTeacher(ctx, TEACHER),
  changeTeacher: (ctx) => changeTeacher(ctx, { ...TEACHER, ...EDITED }),
  addCategory: (ctx) => addCategory(ctx, { name: '类', slug: 'lei' }),
  changeCategory: (ctx) => changeCategory(ctx, { ...EDITED, name: '类', slug: 'lei' }),
  addSubCategory: (ctx) => addSubCategory(ctx, { name: '类', slug: 'lei', categoryId: 1 }),
  changeSubCategory: (ctx) => changeSubCategory(ctx, { ...EDITED, name: '类', slug: 'lei', categoryId: 1 }),
  'moveEntry of a product': (ctx) => moveEntry(ctx, { list: 'faq', parent: target.course, id: 1, direction: 'up' }),
  'moveEntry of the school': (ctx) => moveEntry(ctx, { list: 'category', parent: null, id: 1, direction: 'up' }),
  'removeEntry of a product': (ctx) => removeEntry(ctx, { list: 'faq', parent: target.course, id: 1 }),
  'removeEntry of the school': (ctx) => removeEntry(ctx, { list: 'sub-category', parent: 1, id: target.sub }),
};

const state = async () => ({
  products: await test.db.select().from(product).orderBy(product.id),
  log: await test.db.$count(auditLog),
  tags: await test.db.select().from(cacheTag).orderBy(cacheTag.tag),
});

describe('only administrators write the catalogue', () => {
  it.each(Object.entries(SERVICES))('%s', async (_name, call) => {
    const [admin, student, mentor] = [
      await adminCtx(test.db),
      await mintAccount(test.db),
      await mintAccount(test.db, { role: 'mentor' }),
    ];
    const actors: readonly Actor[] = [
      { kind: 'visitor' },
      { kind: 'system' },
      { kind: 'account', id: student.id, role: 'student' },
      { kind: 'account', id: mentor.id, role: 'mentor' },
    ];
    const before = await state();
    const refused = { ok: false, error: { code: 'FORBIDDEN' } };
    const answers = await Promise.all(actors.map((actor) => call({ ...admin, actor })));
    expect(answers).toEqual(actors.map(() => refused));
    expect(await state()).toEqual(before);
  });
});
