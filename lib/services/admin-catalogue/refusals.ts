import { isForeignKeyViolation, isUniqueViolation } from '@/db/violation';
import { type ErrorCode, err, type Failure } from '@/lib/errors';

const there = (field: string, detail: string): Failure<Taken> => ({ code: 'ALREADY_THERE', field, detail });

type Taken = Extract<ErrorCode, 'SLUG_TAKEN' | 'ALREADY_THERE'>;

/** The unique keys of the catalogue, and what is told to somebody who wants what another row has. */
const TAKEN: Readonly<Record<string, Failure<Taken>>> = {
  product_slug_unique: { code: 'SLUG_TAKEN', field: 'slug' },
  course_category_slug_unique: { code: 'SLUG_TAKEN', field: 'slug' },
  course_sub_category_slug_unique: { code: 'SLUG_TAKEN', field: 'slug' },
  course_category_name_unique: there('name', '已有同名的分类'),
  course_sub_category_name_unique: there('name', '已有同名的子分类'),
  teacher_name_unique: there('name', '已有同名的老师'),
  teacher_accountId_unique: there('username', '这个账号已是另一位老师的'),
  price_policy_product_days_key: there('validDays', '这个有效期已有价格；若已下架，可以恢复它'),
  faq_product_question_key: there('question', '已有同样的问题'),
  course_outline_title_key: there('title', '大纲里已有同名的标题'),
  course_section_link_key: there('link', '这一章里已有同样的链接名'),
  homework_title_key: there('title', '这一章里已有同名的作业'),
  scholarship_degree_percent_key: there('timePercent', '这个用时比例已有奖学金'),
  course_teacher_course_id_teacher_id_pk: there('teacherId', '这位老师已在名单里'),
  degree_course_teacher_degree_course_id_teacher_id_pk: there('teacherId', '这位老师已在名单里'),
  recommended_course_course_id_recommended_id_pk: there('recommended', '这门课已在推荐里'),
};

export type RefusedByDatabase = Taken | 'CONFLICT';

/** What a failed statement means to the administrator who caused it; null when it is a bug. */
export function refusalOf(error: unknown): ReturnType<typeof err<RefusedByDatabase>> | null {
  const [, taken] = Object.entries(TAKEN).find(([index]) => isUniqueViolation(error, index)) ?? [];
  if (taken) return { ok: false, error: taken };
  if (!isForeignKeyViolation(error)) return null;
  return err('CONFLICT', { detail: '所选的内容刚刚被删除，请刷新页面后重新选择' });
}
