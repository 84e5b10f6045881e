import type { CourseLevel, CourseType, ProductStatus } from './catalogue';

/** A course as lists show it. */
export interface CourseSummary {
  readonly slug: string;
  readonly name: string;
  readonly brief: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly status: ProductStatus;
  readonly courseType: CourseType;
  readonly level: CourseLevel;
  /** Hours of lessons. */
  readonly hours: number;
  /** The degree a module belongs to. */
  readonly degreeName: string | null;
  /** The first of its teachers. */
  readonly teacherName: string | null;
  /** The lowest price on offer, in fen; null when it is not sold by itself. */
  readonly fromFen: number | null;
  readonly studentCount: number;
}

/** A degree course as lists show it. */
export interface DegreeSummary {
  readonly slug: string;
  readonly name: string;
  readonly brief: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly status: ProductStatus;
  /** Recommended days of study. */
  readonly period: number;
  readonly totalScholarshipFen: number;
  readonly moduleCount: number;
  readonly fromFen: number | null;
  readonly studentCount: number;
}
