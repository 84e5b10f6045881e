'use server';

import { redirect } from 'next/navigation';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import {
  chapterSchema,
  homeworkSchema,
  newChapterSchema,
  newHomeworkSchema,
  newSectionSchema,
  sectionSchema,
} from '@/lib/domain/catalogue-form-lesson';
import {
  addChapter as addChapterTo,
  changeChapter as changeChapterOf,
} from '@/lib/services/admin-catalogue/save-chapter';
import {
  addHomework as addHomeworkTo,
  changeHomework as changeHomeworkOf,
} from '@/lib/services/admin-catalogue/save-homework';
import {
  addSection as addSectionTo,
  changeSection as changeSectionOf,
} from '@/lib/services/admin-catalogue/save-section';

export const addChapter = adminAction({ schema: newChapterSchema }, async (ctx, input) => {
  const added = await addChapterTo(ctx, input);
  if (!added.ok) return added;
  redirect(`/admin/courses/${input.productId}/chapters/${added.value}`);
});

export const changeChapter = adminAction({ schema: chapterSchema, message: '章节已保存' }, async (ctx, input) =>
  shown(await changeChapterOf(ctx, input)),
);

export const addSection = adminAction({ schema: newSectionSchema }, async (ctx, input) => {
  const added = await addSectionTo(ctx, input);
  if (!added.ok) return added;
  redirect(`/admin/courses/${input.productId}/chapters/${input.chapterId}`);
});

export const changeSection = adminAction({ schema: sectionSchema, message: '小节已保存' }, async (ctx, input) =>
  shown(await changeSectionOf(ctx, input)),
);

export const addHomework = adminAction({ schema: newHomeworkSchema }, async (ctx, input) => {
  const added = await addHomeworkTo(ctx, input);
  if (!added.ok) return added;
  redirect(`/admin/courses/${input.productId}/chapters/${input.chapterId}`);
});

export const changeHomework = adminAction({ schema: homeworkSchema, message: '作业已保存' }, async (ctx, input) =>
  shown(await changeHomeworkOf(ctx, input)),
);
