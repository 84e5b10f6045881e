import { z } from 'zod';
import { COURSE_LEVELS, COURSE_TEMPLATES, COURSE_TYPES, type CourseType, PRODUCT_STATUSES } from './catalogue';
import {
  choiceField,
  dayField,
  fileField,
  idField,
  lineField,
  optionalChoiceField,
  publicVideoField,
  slugField,
  TEXT_LIMITS,
  textField,
  versionField,
  wholeField,
  yuanField,
} from './catalogue-form';

const LONGEST_GLYPH = 6;
const MOST_DAYS = 720;

const productFields = {
  name: lineField('名称', TEXT_LIMITS.name),
  slug: slugField(),
  brief: textField('简介', TEXT_LIMITS.brief),
  coverHue: wholeField('封面色相', 0, 359),
  coverGlyph: lineField('封面字符', LONGEST_GLYPH),
};

const courseFields = {
  ...productFields,
  subCategoryId: choiceField('子分类'),
  courseType: z.enum(COURSE_TYPES, '请选择课程类型'),
  degreeCourseId: optionalChoiceField,
  level: z.enum(COURSE_LEVELS, '请选择难度'),
  period: wholeField('建议周期', 1, MOST_DAYS),
  position: wholeField('排序', 0, 99_999),
  attachmentPath: fileField('课件'),
  template: z.enum(COURSE_TEMPLATES, '请选择页面样式'),
  publishedOn: dayField('发布日期'),
  hours: wholeField('课时', 1, 999),
  slogan: lineField('口号', TEXT_LIMITS.name),
  videoIntro: publicVideoField('导览视频'),
  whyStudy: textField('为什么学'),
  whatToStudyBrief: textField('学什么'),
  careerImprovement: textField('对职业的帮助'),
  prerequisite: textField('先修要求'),
};

interface Membership {
  readonly courseType: CourseType;
  readonly degreeCourseId: number | null;
}

// A module names its degree, and nothing else may.
const namesItsDegree = ({ courseType, degreeCourseId }: Membership): boolean =>
  courseType !== 'degree_module' || degreeCourseId !== null;
const namesNoOther = ({ courseType, degreeCourseId }: Membership): boolean =>
  courseType === 'degree_module' || degreeCourseId === null;
const MEMBERSHIP_RULES = {
  missing: { path: ['degreeCourseId'], error: '学位模块要选择所属的学位课' },
  unexpected: { path: ['degreeCourseId'], error: '只有学位模块属于学位课，请改类型或清空这里' },
};

const edited = { id: idField, version: versionField };

export const newCourseSchema = z
  .object(courseFields)
  .refine(namesItsDegree, MEMBERSHIP_RULES.missing)
  .refine(namesNoOther, MEMBERSHIP_RULES.unexpected);
export const courseSchema = z
  .object({ ...courseFields, ...edited })
  .refine(namesItsDegree, MEMBERSHIP_RULES.missing)
  .refine(namesNoOther, MEMBERSHIP_RULES.unexpected);
export type NewCourseInput = z.output<typeof newCourseSchema>;
export type CourseInput = z.output<typeof courseSchema>;

const degreeFields = {
  ...productFields,
  totalScholarshipFen: yuanField('奖学金总额'),
  mentorCompensationBonusFen: yuanField('导师奖励'),
  period: wholeField('建议周期', 1, MOST_DAYS),
  prerequisite: textField('先修要求'),
  position: wholeField('排序', 0, 99_999),
};

export const newDegreeSchema = z.object(degreeFields);
export const degreeSchema = z.object({ ...degreeFields, ...edited });
export type NewDegreeInput = z.output<typeof newDegreeSchema>;
export type DegreeInput = z.output<typeof degreeSchema>;

/** `seen`: the status on the page on which somebody decided. */
export const statusSchema = z.object({
  id: idField,
  status: z.enum(PRODUCT_STATUSES),
  seen: z.enum(PRODUCT_STATUSES),
});
export type StatusInput = z.output<typeof statusSchema>;
