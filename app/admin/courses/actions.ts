'use server';

import { redirect } from 'next/navigation';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { newOutlineSchema, outlineSchema, recommendationSchema } from '@/lib/domain/catalogue-form-entry';
import { courseSchema, newCourseSchema } from '@/lib/domain/catalogue-form-product';
import { addRecommendation as addRecommendationTo } from '@/lib/services/admin-catalogue/add-recommendation';
import { changeCourse as changeCourseOf } from '@/lib/services/admin-catalogue/change-course';
import { createCourse as createCourseOf } from '@/lib/services/admin-catalogue/create-course';
import {
  addOutline as addOutlineTo,
  changeOutline as changeOutlineOf,
} from '@/lib/services/admin-catalogue/save-outline';

export const createCourse = adminAction({ schema: newCourseSchema }, async (ctx, input) => {
  const created = await createCourseOf(ctx, input);
  if (!created.ok) return created;
  redirect(`/admin/courses/${created.value}`);
});

export const changeCourse = adminAction({ schema: courseSchema, message: '课程已保存' }, async (ctx, input) =>
  shown(await changeCourseOf(ctx, input)),
);

export const addOutline = adminAction({ schema: newOutlineSchema, message: '大纲已添加' }, async (ctx, input) =>
  shown(await addOutlineTo(ctx, input)),
);

export const changeOutline = adminAction({ schema: outlineSchema, message: '大纲已保存' }, async (ctx, input) =>
  shown(await changeOutlineOf(ctx, input)),
);

export const addRecommendation = adminAction(
  { schema: recommendationSchema, message: '推荐课程已添加' },
  async (ctx, input) => shown(await addRecommendationTo(ctx, input)),
);
