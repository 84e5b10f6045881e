import { z } from 'zod';
import {
  choiceField,
  idField,
  lineField,
  slugField,
  TEXT_LIMITS,
  textField,
  versionField,
  wholeField,
  yuanField,
} from './catalogue-form';

// What hangs on a product in a list: outline, questions, scholarships, teachers, recommended courses.

const edited = { id: idField, version: versionField };

const outlineFields = {
  productId: idField,
  title: lineField('标题', TEXT_LIMITS.name),
  content: textField('内容', TEXT_LIMITS.brief),
};
export const newOutlineSchema = z.object(outlineFields);
export const outlineSchema = z.object({ ...outlineFields, ...edited });
export type NewOutlineInput = z.output<typeof newOutlineSchema>;
export type OutlineInput = z.output<typeof outlineSchema>;

const faqFields = {
  productId: idField,
  question: lineField('问题'),
  answer: textField('回答', TEXT_LIMITS.text),
};
export const newFaqSchema = z.object(faqFields);
export const faqSchema = z.object({ ...faqFields, ...edited });
export type NewFaqInput = z.output<typeof newFaqSchema>;
export type FaqInput = z.output<typeof faqSchema>;

const scholarshipFields = {
  productId: idField,
  timePercent: wholeField('用时比例', 1, 100),
  valueFen: yuanField('奖学金'),
};
export const newScholarshipSchema = z.object(scholarshipFields);
export const scholarshipSchema = z.object({ ...scholarshipFields, ...edited });
export type NewScholarshipInput = z.output<typeof newScholarshipSchema>;
export type ScholarshipInput = z.output<typeof scholarshipSchema>;

export const teachingSchema = z.object({ productId: idField, teacherId: choiceField('老师') });
export type TeachingInput = z.output<typeof teachingSchema>;

/** A recommended course by the slug in its address. */
export const recommendationSchema = z.object({ productId: idField, recommended: slugField('课程网址') });
export type RecommendationInput = z.output<typeof recommendationSchema>;

/** Lists whose entries have an order and can be moved. */
export const ORDERED_LISTS = [
  'chapter',
  'section',
  'homework',
  'outline',
  'faq',
  'course-teacher',
  'degree-teacher',
  'recommended',
  'category',
  'sub-category',
] as const;
export type OrderedList = (typeof ORDERED_LISTS)[number];

/** Lists from which an entry can be removed. */
export const ENTRY_LISTS = [...ORDERED_LISTS, 'scholarship', 'teacher'] as const;
export type EntryListName = (typeof ENTRY_LISTS)[number];

/** `parent`: what the list belongs to: a product, a chapter, a category; empty for the lists of the school itself. */
const entry = {
  parent: z
    .literal('')
    .transform(() => null)
    .or(idField),
  id: idField,
};

export const moveSchema = z.object({
  ...entry,
  list: z.enum(ORDERED_LISTS),
  direction: z.enum(['up', 'down']),
});
export type MoveInput = z.output<typeof moveSchema>;

export const removalSchema = z.object({ ...entry, list: z.enum(ENTRY_LISTS) });
export type RemovalInput = z.output<typeof removalSchema>;

/** The ids with one of them a place further up or down; unchanged at the end of the list, null when it is not there. */
export function movedIds(ids: readonly number[], id: number, direction: MoveInput['direction']): number[] | null {
  const from = ids.indexOf(id);
  if (from === -1) return null;
  const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), ids.length - 1);
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
