import type { NewCourseInput, NewDegreeInput } from '@/lib/domain/catalogue-form-product';

/** A course's form, split by the tables that keep it. */
export function courseParts(input: NewCourseInput) {
  const { hours, slogan, videoIntro, whyStudy, whatToStudyBrief, careerImprovement, prerequisite, ...rest } = input;
  const { name, slug, brief, coverHue, coverGlyph, ...course } = rest;
  return {
    product: { name, slug, brief, coverHue, coverGlyph },
    course,
    detail: { hours, slogan, videoIntro, whyStudy, whatToStudyBrief, careerImprovement, prerequisite },
  };
}

/** A degree's form, split by the tables that keep it. */
export function degreeParts({ name, slug, brief, coverHue, coverGlyph, ...degree }: NewDegreeInput) {
  return { product: { name, slug, brief, coverHue, coverGlyph }, degree };
}
