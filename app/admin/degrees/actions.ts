'use server';

import { redirect } from 'next/navigation';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { newScholarshipSchema, scholarshipSchema } from '@/lib/domain/catalogue-form-entry';
import { degreeSchema, newDegreeSchema } from '@/lib/domain/catalogue-form-product';
import { changeDegree as changeDegreeOf } from '@/lib/services/admin-catalogue/change-degree';
import { createDegree as createDegreeOf } from '@/lib/services/admin-catalogue/create-degree';
import {
  addScholarship as addScholarshipTo,
  changeScholarship as changeScholarshipOf,
} from '@/lib/services/admin-catalogue/save-scholarship';

export const createDegree = adminAction({ schema: newDegreeSchema }, async (ctx, input) => {
  const created = await createDegreeOf(ctx, input);
  if (!created.ok) return created;
  redirect(`/admin/degrees/${created.value}`);
});

export const changeDegree = adminAction({ schema: degreeSchema, message: '学位课已保存' }, async (ctx, input) =>
  shown(await changeDegreeOf(ctx, input)),
);

export const addScholarship = adminAction(
  { schema: newScholarshipSchema, message: '奖学金已添加' },
  async (ctx, input) => shown(await addScholarshipTo(ctx, input)),
);

export const changeScholarship = adminAction(
  { schema: scholarshipSchema, message: '奖学金已保存' },
  async (ctx, input) => shown(await changeScholarshipOf(ctx, input)),
);
