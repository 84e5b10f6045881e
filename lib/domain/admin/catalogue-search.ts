import { z } from 'zod';
import { COURSE_TYPES, PRODUCT_STATUSES, TEACHER_ROLES } from '@/lib/domain/catalogue';
import { choiceParam, idParam, pageParam, searchPath, textParam } from './search-path';

type Params = Readonly<Record<string, unknown>>;

const courseSearchSchema = z.object({
  /** Part of a name or a slug. */
  q: textParam,
  status: choiceParam(PRODUCT_STATUSES),
  type: choiceParam(COURSE_TYPES),
  /** A sub-category. */
  sub: idParam.nullable().catch(null),
  page: pageParam,
});
export type CourseSearch = z.output<typeof courseSearchSchema>;

export const readCourseSearch = ({ q, status, type, sub, page }: Params): CourseSearch =>
  courseSearchSchema.parse({ q, status, type, sub, page });

export const courseSearchPath = (search: Partial<CourseSearch>) => searchPath('/admin/courses', search);

const degreeSearchSchema = courseSearchSchema.pick({ q: true, status: true, page: true });
export type DegreeSearch = z.output<typeof degreeSearchSchema>;

export const readDegreeSearch = ({ q, status, page }: Params): DegreeSearch =>
  degreeSearchSchema.parse({ q, status, page });

export const degreeSearchPath = (search: Partial<DegreeSearch>) => searchPath('/admin/degrees', search);

const teacherSearchSchema = z.object({
  /** Part of a name or a title. */
  q: textParam,
  role: choiceParam(TEACHER_ROLES),
  page: pageParam,
});
export type TeacherSearch = z.output<typeof teacherSearchSchema>;

export const readTeacherSearch = ({ q, role, page }: Params): TeacherSearch =>
  teacherSearchSchema.parse({ q, role, page });

export const teacherSearchPath = (search: Partial<TeacherSearch>) => searchPath('/admin/teachers', search);
