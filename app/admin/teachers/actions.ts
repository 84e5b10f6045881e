'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { removalSchema } from '@/lib/domain/catalogue-form-entry';
import { newTeacherSchema, teacherSchema } from '@/lib/domain/catalogue-form-school';
import { removeEntry } from '@/lib/services/admin-catalogue/remove-entry';
import {
  addTeacher as addTeacherTo,
  changeTeacher as changeTeacherOf,
} from '@/lib/services/admin-catalogue/save-teacher';

export const addTeacher = adminAction({ schema: newTeacherSchema }, async (ctx, input) => {
  const added = await addTeacherTo(ctx, input);
  if (!added.ok) return added;
  redirect(`/admin/teachers/${added.value}`);
});

export const changeTeacher = adminAction({ schema: teacherSchema, message: '老师已保存' }, async (ctx, input) =>
  shown(await changeTeacherOf(ctx, input)),
);

/** Its page is gone with the teacher: back to the list. */
export const removeTeacher = adminAction(
  { schema: removalSchema.extend({ list: z.literal('teacher') }) },
  async (ctx, input) => {
    const removed = await removeEntry(ctx, input);
    if (!removed.ok) return removed;
    redirect('/admin/teachers');
  },
);
