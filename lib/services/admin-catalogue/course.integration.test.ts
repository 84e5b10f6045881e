import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCourseFields } from '@/db/queries/catalogue-fields';
import { courseDetail, product } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { CourseInput } from '@/lib/domain/catalogue-form-product';
import { fen } from '@/lib/domain/money';
import type { AccountCtx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import {
  courseForm,
  degreeForm,
  madeCourse,
  madeDegree,
  mintSubCategory,
  tagVersion,
  trailOf,
} from '@/tests/support/catalogue-factories';
import { only, unique } from '@/tests/support/factories';
import { addPrice } from './add-price';
import { changeCourse } from './change-course';
import { changeStatus } from './change-status';
import { createCourse } from './create-course';
import { createDegree } from './create-degree';

let test: TestDatabase;
let admin: AccountCtx;
beforeAll(async () => {
  test = await testDatabase();
  admin = await adminCtx(test.db);
});
afterAll(() => test.db.$client.end());

const productOf = async (id: number) => only(await test.db.select().from(product).where(eq(product.id, id)));

/** The form as the page fills it now, with a change. */
async function filled(id: number, form: ReturnType<typeof courseForm>, change: Partial<CourseInput> = {}) {
  const version = (await readCourseFields(test.db, id))?.version ?? '';
  return { ...form, id, version, ...change };
}

describe('creating', () => {
  it('writes the three rows, not online, and the audit entry', async () => {
    const { id, form } = await madeCourse(admin);
    expect(await productOf(id)).toMatchObject({
      kind: 'course',
      status: 'offline',
      slug: form.slug,
      updatedAt: admin.now,
    });
    expect(await readCourseFields(test.db, id)).toMatchObject(form);
    expect(await trailOf(test.db, 'course', id)).toEqual([{ action: 'product.create', before: null, after: form }]);
  });

  it('gives one slug to one of twenty who want it at once, courses and degrees alike', async () => {
    const slug = unique('race');
    const { id: subCategoryId } = await mintSubCategory(test.db);
    const before = await tagVersion(test.db, `product:${slug}`);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? createCourse(admin, courseForm(subCategoryId, { slug }))
          : createDegree(admin, degreeForm({ slug })),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = { ok: false, error: { code: 'SLUG_TAKEN', field: 'slug' } };
    expect(results.filter((result) => !result.ok)).toEqual(Array.from({ length: 19 }, () => refused));
    expect(await test.db.$count(product, eq(product.slug, slug))).toBe(1);
    expect(await tagVersion(test.db, `product:${slug}`)).toBe(before + 1);
  });
});

describe('changing', () => {
  it('logs what differs and nothing else', async () => {
    const { id, form } = await madeCourse(admin);
    const change = { name: '数据库进阶', hours: 30, videoIntro: '/videos/btree.mp4' };
    expect(await changeCourse(admin, await filled(id, form, change))).toEqual({ ok: true, value: null });
    expect(await readCourseFields(test.db, id)).toMatchObject({ ...form, ...change });
    const [, entry] = await trailOf(test.db, 'course', id);
    expect(entry).toEqual({
      action: 'product.change',
      before: { name: form.name, hours: form.hours, videoIntro: null },
      after: change,
    });
  });

  it('expires the pages under the old and the new address', async () => {
    const { id, form } = await madeCourse(admin);
    const slug = unique('renamed');
    const before = [await tagVersion(test.db, `product:${form.slug}`), await tagVersion(test.db, 'catalogue')];
    expect((await changeCourse(admin, await filled(id, form, { slug }))).ok).toBe(true);
    expect(await tagVersion(test.db, `product:${form.slug}`)).toBe((before[0] ?? 0) + 1);
    expect(await tagVersion(test.db, `product:${slug}`)).toBe(1);
    expect(await tagVersion(test.db, 'catalogue')).toBe((before[1] ?? 0) + 1);
  });

  it('leaves everything as it was when the slug belongs to another', async () => {
    const [{ id, form }, other] = [await madeCourse(admin), await madeDegree(admin)];
    const input = await filled(id, form, { name: '别的名字', slug: other.form.slug });
    expect(await changeCourse(admin, input)).toEqual({ ok: false, error: { code: 'SLUG_TAKEN', field: 'slug' } });
    expect(await readCourseFields(test.db, id)).toMatchObject(form);
    expect(await trailOf(test.db, 'course', id)).toHaveLength(1);
    expect(await tagVersion(test.db, `product:${other.form.slug}`)).toBe(1);
  });

  it('notices what another administrator saved meanwhile, and says what it was', async () => {
    const { id, form } = await madeCourse(admin);
    const [mine, theirs] = [await filled(id, form, { name: '我的' }), await filled(id, form, { brief: '他的。' })];
    expect((await changeCourse(await adminCtx(test.db), theirs)).ok).toBe(true);
    const answer = await changeCourse(admin, mine);
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(answer).toMatchObject({ error: { detail: expect.stringContaining('名称、简介') } });
    expect(await readCourseFields(test.db, id)).toMatchObject({ name: form.name, brief: '他的。' });
    // The page shows the row as it is now; sending again is a decision.
    expect((await changeCourse(admin, await filled(id, form, { name: '我的' }))).ok).toBe(true);
  });

  it('lets one of two through who save at the same time', async () => {
    const { id, form } = await madeCourse(admin);
    const inputs = await Promise.all(['甲', '乙'].map((name) => filled(id, form, { name })));
    const results = await Promise.all(inputs.map((input) => changeCourse(admin, input)));
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
    expect(await trailOf(test.db, 'course', id)).toHaveLength(2);
  });

  it('takes prices, publishing and a save of the same for no conflict', async () => {
    const { id, form } = await madeCourse(admin);
    const input = await filled(id, form, { name: '新名字' });
    await addPrice(admin, { productId: id, validDays: 30, price: fen(100) });
    await changeStatus(admin, { id, status: 'online', seen: 'offline' });
    expect((await changeCourse(admin, input)).ok).toBe(true);
    expect((await changeCourse(admin, input)).ok).toBe(true);
    expect((await trailOf(test.db, 'course', id)).map(({ action }) => action)).toEqual([
      'product.create',
      'price.add',
      'product.change-status',
      'product.change',
    ]);
  });

  it('refuses what was deleted under the form, and what is no course', async () => {
    const [{ id, form }, degree] = [await madeCourse(admin), await madeDegree(admin)];
    const gone = await changeCourse(admin, await filled(id, form, { subCategoryId: 999_999_999 }));
    expect(gone).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    const notOne = await changeCourse(admin, { ...(await filled(id, form)), id: degree.id });
    expect(notOne).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const nothing = await changeCourse(admin, { ...(await filled(id, form)), id: 999_999_999 });
    expect(nothing).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('publishing', () => {
  it('needs a price for what is sold by itself, and no other', async () => {
    const [{ id }, vip, degree] = [
      await madeCourse(admin),
      await madeCourse(admin, { courseType: 'vip' }),
      await madeDegree(admin),
    ];
    const publish = (productId: number) => changeStatus(admin, { id: productId, status: 'online', seen: 'offline' });
    expect(await publish(id)).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
    expect(await publish(degree.id)).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
    expect((await publish(vip.id)).ok).toBe(true);
    await addPrice(admin, { productId: id, validDays: 30, price: fen(0) });
    expect((await publish(id)).ok).toBe(true);
    expect((await productOf(id)).status).toBe('online');
  });

  it('expires the page and is audited, in the transaction it is part of', async () => {
    const { id, form } = await madeCourse(admin, { courseType: 'vip' });
    const tag = `product:${form.slug}`;
    const before = await tagVersion(test.db, tag);
    await changeStatus(admin, { id, status: 'online', seen: 'offline' });
    expect(await tagVersion(test.db, tag)).toBe(before + 1);
    const undone = test.db.transaction(async (tx) => {
      const ctx = { ...admin, db: tx };
      expect((await changeStatus(ctx, { id, status: 'offline', seen: 'online' })).ok).toBe(true);
      expect(await tagVersion(tx, tag)).toBe(before + 2);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await tagVersion(test.db, tag)).toBe(before + 1);
    expect((await productOf(id)).status).toBe('online');
    expect((await trailOf(test.db, 'course', id)).at(-1)).toEqual({
      action: 'product.change-status',
      before: { status: 'offline' },
      after: { status: 'online' },
    });
  });

  it('refuses a decision about a status that is no longer so', async () => {
    const { id } = await madeCourse(admin, { courseType: 'vip' });
    await changeStatus(admin, { id, status: 'upcoming', seen: 'offline' });
    const late = await changeStatus(admin, { id, status: 'online', seen: 'offline' });
    expect(late).toMatchObject({ ok: false, error: { code: 'CONFLICT', detail: expect.stringContaining('即将上线') } });
    expect(await changeStatus(admin, { id, status: 'upcoming', seen: 'offline' })).toEqual({ ok: true, value: null });
  });

  it('leaves nothing behind when the audit entry cannot be written', async () => {
    const { id, form } = await madeCourse(admin, { courseType: 'vip' });
    const ghost: AccountCtx = { ...admin, actor: { ...admin.actor, id: 999_999_999 } };
    const before = await tagVersion(test.db, `product:${form.slug}`);
    expect((await changeStatus(ghost, { id, status: 'online', seen: 'offline' })).ok).toBe(false);
    expect((await productOf(id)).status).toBe('offline');
    expect(await tagVersion(test.db, `product:${form.slug}`)).toBe(before);
    expect(await test.db.$count(courseDetail, eq(courseDetail.courseId, id))).toBe(1);
  });
});
