import { z } from 'zod';
import { TEACHER_ROLES } from './catalogue';
import {
  choiceField,
  idField,
  lineField,
  slugField,
  TEXT_LIMITS,
  textField,
  versionField,
  wholeField,
} from './catalogue-form';

const edited = { id: idField, version: versionField };
const LONGEST_USERNAME = 64;

const teacherFields = {
  name: lineField('姓名', 20),
  role: z.enum(TEACHER_ROLES, '请选择身份'),
  title: lineField('头衔', TEXT_LIMITS.name),
  signature: lineField('签名', TEXT_LIMITS.name),
  brief: textField('介绍'),
  avatarHue: wholeField('头像色相', 0, 359),
  /** The account a mentor grades with; empty is none: null. */
  username: z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .pipe(z.string().max(LONGEST_USERNAME, '没有这个用户名').nullable()),
};

export const newTeacherSchema = z.object(teacherFields);
export const teacherSchema = z.object({ ...teacherFields, ...edited });
export type NewTeacherInput = z.output<typeof newTeacherSchema>;
export type TeacherInput = z.output<typeof teacherSchema>;

const categoryFields = { name: lineField('名称', 20), slug: slugField() };

export const newCategorySchema = z.object(categoryFields);
export const categorySchema = z.object({ ...categoryFields, ...edited });
export type NewCategoryInput = z.output<typeof newCategorySchema>;
export type CategoryInput = z.output<typeof categorySchema>;

const subCategoryFields = { ...categoryFields, categoryId: choiceField('上级分类') };

export const newSubCategorySchema = z.object(subCategoryFields);
export const subCategorySchema = z.object({ ...subCategoryFields, ...edited });
export type NewSubCategoryInput = z.output<typeof newSubCategorySchema>;
export type SubCategoryInput = z.output<typeof subCategorySchema>;
