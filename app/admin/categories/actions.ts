'use server';

import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import {
  categorySchema,
  newCategorySchema,
  newSubCategorySchema,
  subCategorySchema,
} from '@/lib/domain/catalogue-form-school';
import {
  addCategory as addCategoryTo,
  changeCategory as changeCategoryOf,
} from '@/lib/services/admin-catalogue/save-category';
import {
  addSubCategory as addSubCategoryTo,
  changeSubCategory as changeSubCategoryOf,
} from '@/lib/services/admin-catalogue/save-sub-category';

export const addCategory = adminAction({ schema: newCategorySchema, message: '分类已添加' }, async (ctx, input) =>
  shown(await addCategoryTo(ctx, input)),
);

export const changeCategory = adminAction({ schema: categorySchema, message: '分类已保存' }, async (ctx, input) =>
  shown(await changeCategoryOf(ctx, input)),
);

export const addSubCategory = adminAction(
  { schema: newSubCategorySchema, message: '子分类已添加' },
  async (ctx, input) => shown(await addSubCategoryTo(ctx, input)),
);

export const changeSubCategory = adminAction(
  { schema: subCategorySchema, message: '子分类已保存' },
  async (ctx, input) => shown(await changeSubCategoryOf(ctx, input)),
);
