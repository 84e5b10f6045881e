import type { CourseLevel, CourseTemplate, CourseType, ProductStatus, SectionKind } from '@/lib/domain/catalogue';
import type { Fen } from '@/lib/domain/money';
import type { Clip } from './clips';

export interface PriceSeed {
  readonly validDays: number;
  readonly priceFen: Fen;
}

export interface FaqSeed {
  readonly question: string;
  readonly answer: string;
}

interface ProductSeed {
  readonly slug: string;
  readonly name: string;
  readonly brief: string;
  /** 0–359 */
  readonly hue: number;
  /** A word of very few characters, drawn on the cover. */
  readonly glyph: string;
  readonly status: ProductStatus;
  readonly prices: readonly PriceSeed[];
  readonly faqs: readonly FaqSeed[];
  /** Names of teachers, in order of appearance. */
  readonly teachers: readonly string[];
}

export interface SectionSeed {
  /** Unique within the course; its body is the part of lessons/<course slug>.md under this name. */
  readonly link: string;
  readonly name: string;
  readonly kind: SectionKind;
  readonly durationSeconds: number;
  /** File below content/videos: lessons are paid for, so their files are not public. */
  readonly videoPath: string | null;
  readonly isFreeTrial: boolean;
}

export interface HomeworkSeed {
  readonly title: string;
  readonly requirement: string;
  /** What counts as passed. */
  readonly threshold: string;
  /** Recommended days. */
  readonly days: number;
  readonly scholarshipFen: Fen;
}

export interface ChapterSeed {
  readonly name: string;
  readonly summary: string;
  readonly sections: readonly SectionSeed[];
  readonly homework: readonly HomeworkSeed[];
}

export interface CourseSeed extends ProductSeed {
  readonly subCategory: string;
  readonly type: CourseType;
  /** Slug of the degree course a module belongs to. */
  readonly degree: string | null;
  readonly level: CourseLevel;
  /** Recommended days of study. */
  readonly period: number;
  readonly template: CourseTemplate;
  /** Days between publication and the day of seeding; negative is in the future. */
  readonly publishedDaysAgo: number;
  /** File below content/materials. */
  readonly attachment: string | null;
  readonly intro: Clip | null;
  readonly hours: number;
  readonly slogan: string;
  readonly whyStudy: string;
  readonly whatToStudyBrief: string;
  readonly careerImprovement: string;
  readonly prerequisite: string;
  readonly outline: readonly { readonly title: string; readonly content: string }[];
  /** Slugs of other courses. */
  readonly recommended: readonly string[];
  readonly chapters: readonly ChapterSeed[];
}

export interface DegreeSeed extends ProductSeed {
  readonly totalScholarshipFen: Fen;
  readonly mentorCompensationBonusFen: Fen;
  /** Recommended days of study. */
  readonly period: number;
  readonly prerequisite: string;
  readonly scholarships: readonly { readonly timePercent: number; readonly valueFen: Fen }[];
}
