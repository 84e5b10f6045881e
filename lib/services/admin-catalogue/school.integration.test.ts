import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { categoryFields, subCategoryFields, teacherFields } from '@/db/queries/catalogue-fields';
import { courseCategory, courseSubCategory, teacher } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { AccountCtx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { courseForm, mintSubCategory, tagVersion, trailOf } from '@/tests/support/catalogue-factories';
import { mintAccount, only, unique } from '@/tests/support/factories';
import { createCourse } from './create-course';
import { moveEntry } from './move-entry';
import { removeEntry } from './remove-entry';
import { addCategory, changeCategory } from './save-category';
import { addSubCategory, changeSubCategory } from './save-sub-category';
import { addTeacher, changeTeacher } from './save-teacher';

let test: TestDatabase;
let admin: AccountCtx;
beforeAll(async () => {
  test = await testDatabase();
  admin = await adminCtx(test.db);
});
afterAll(() => test.db.$client.end());

const done = { ok: true, value: null };
const code = (name: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code: name }) });

describe('categories', () => {
  it('are added behind the last, renamed, moved and removed', async () => {
    const [one, two] = [
      { name: unique('甲'), slug: unique('one') },
      { name: unique('乙'), slug: unique('two') },
    ];
    expect(await addCategory(admin, one)).toEqual(done);
    expect(await addCategory(admin, two)).toEqual(done);
    expect(await addCategory(admin, { ...one, slug: unique('x') })).toMatchObject({ error: { field: 'name' } });
    expect(await addCategory(admin, { ...one, name: unique('x') })).toMatchObject({ error: { field: 'slug' } });
    const rowOf = async (slug: string) =>
      only(
        await test.db
          .select({ ...categoryFields, id: courseCategory.id })
          .from(courseCategory)
          .where(eq(courseCategory.slug, slug)),
      );
    const { id, version } = await rowOf(two.slug);
    expect(await moveEntry(admin, { list: 'category', parent: null, id, direction: 'up' })).toEqual(done);
    const order = await test.db.select().from(courseCategory).orderBy(asc(courseCategory.position));
    expect(order.map(({ slug }) => slug).slice(-2)).toEqual([two.slug, one.slug]);
    const tags = await tagVersion(test.db, 'catalogue');
    const slug = unique('renamed');
    expect(await changeCategory(admin, { id, version, name: two.name, slug })).toEqual(done);
    expect(await changeCategory(admin, { id, version, name: two.name, slug: unique('y') })).toEqual(code('CONFLICT'));
    expect(await removeEntry(admin, { list: 'category', parent: null, id })).toEqual(done);
    expect(await tagVersion(test.db, 'catalogue')).toBe(tags + 2);
    expect((await trailOf(test.db, 'category', id)).map(({ action }) => action)).toEqual([
      'category.add',
      'category.move',
      'category.change',
      'category.remove',
    ]);
  });

  it('stay while something is in them', async () => {
    const { id, categoryId } = await mintSubCategory(test.db);
    await createCourse(admin, courseForm(id));
    const [sub, category] = [
      { list: 'sub-category', parent: categoryId, id },
      { list: 'category', parent: null, id: categoryId },
    ] as const;
    expect(await removeEntry(admin, sub)).toMatchObject({
      error: { code: 'IN_USE', detail: expect.stringContaining('还有课程') },
    });
    expect(await removeEntry(admin, category)).toEqual(code('IN_USE'));
    expect(await test.db.$count(courseSubCategory, eq(courseSubCategory.id, id))).toBe(1);
  });

  it('a sub-category goes behind those of its new category', async () => {
    const [one, two] = [await mintSubCategory(test.db), await mintSubCategory(test.db)];
    const fields = { name: unique('子'), slug: unique('sub') };
    expect(await addSubCategory(admin, { ...fields, categoryId: one.categoryId })).toEqual(done);
    const row = only(
      await test.db
        .select({ ...subCategoryFields, id: courseSubCategory.id })
        .from(courseSubCategory)
        .where(eq(courseSubCategory.slug, fields.slug)),
    );
    const edit = { ...fields, id: row.id, version: row.version, categoryId: two.categoryId };
    expect(await changeSubCategory(admin, edit)).toEqual(done);
    expect(only(await test.db.select().from(courseSubCategory).where(eq(courseSubCategory.id, row.id)))).toMatchObject({
      categoryId: two.categoryId,
      position: 2,
    });
    expect(await addSubCategory(admin, { name: unique('x'), slug: unique('x'), categoryId: 999_999_999 })).toEqual(
      code('CONFLICT'),
    );
  });
});

describe('teachers', () => {
  const form = (username: string | null = null) => ({
    name: unique('师'),
    role: 'mentor' as const,
    title: '导师',
    signature: '慢慢来',
    brief: '十年经验。',
    avatarHue: 30,
    username,
  });

  it('has the account of a mentor, which no other teacher has', async () => {
    const [mentor, student] = [await mintAccount(test.db, { role: 'mentor' }), await mintAccount(test.db)];
    expect(await addTeacher(admin, form(student.username))).toMatchObject({ error: { field: 'username' } });
    expect(await addTeacher(admin, form('nobody-of-this-name'))).toMatchObject({ error: { field: 'username' } });
    expect(await addTeacher(admin, form(mentor.username.toUpperCase()))).toMatchObject({ ok: true });
    expect(await addTeacher(admin, form(mentor.username))).toMatchObject({
      error: { code: 'ALREADY_THERE', field: 'username' },
    });
    expect(await test.db.$count(teacher, eq(teacher.accountId, mentor.id))).toBe(1);
  });

  it('is changed with what was seen', async () => {
    const typed = form();
    const added = await addTeacher(admin, typed);
    if (!added.ok) throw new Error(added.error.code);
    const { version } = only(await test.db.select(teacherFields).from(teacher).where(eq(teacher.id, added.value)));
    const edit = { ...typed, id: added.value, version };
    expect(await changeTeacher(admin, { ...edit, title: '首席导师' })).toEqual(done);
    expect(await changeTeacher(admin, { ...edit, title: '助教' })).toEqual(code('CONFLICT'));
    expect((await trailOf(test.db, 'teacher', added.value)).at(-1)).toEqual({
      action: 'teacher.change',
      before: { title: '导师' },
      after: { entry: typed.name, title: '首席导师' },
    });
  });
});
