import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { courseSection, sectionProgress } from '@/db/schema';
import { sectionIsOpen } from '@/lib/domain/course-access';
import { findOutline, type OutlineChapter, type OutlineSection } from './outline';
import { findStudyAccess, type StudyAccess } from './study-access';
import { findStudyCourse, type StudyCourse } from './study-course';

export interface LessonAddress {
  readonly slug: string;
  readonly chapter: number;
  readonly link: string;
}

/** A place in a course as its account (or a visitor) may see it. Without access there is no content in here. */
export interface LessonPlace {
  readonly course: StudyCourse;
  readonly access: StudyAccess;
  readonly section: OutlineSection;
  readonly outline: readonly OutlineChapter[];
  readonly previous: OutlineSection | null;
  readonly next: OutlineSection | null;
  readonly content: LessonContent | null;
}

export interface LessonContent {
  /** Markdown. */
  readonly body: string;
  readonly hasVideo: boolean;
  /** Where this account left the video, in seconds. */
  readonly positionSeconds: number;
}

/** undefined: there is no such section. */
export async function findLesson(
  db: Db,
  address: LessonAddress,
  accountId: number | null,
  now: Date,
): Promise<LessonPlace | undefined> {
  const course = await findStudyCourse(db, address.slug);
  if (!course) return undefined;
  const outline = await findOutline(db, course.productId, accountId);
  const sections = outline.flatMap((chapter) => chapter.sections);
  const at = sections.findIndex((one) => one.chapter === address.chapter && one.link === address.link);
  const section = sections[at];
  if (!section) return undefined;
  const access = await findStudyAccess(db, course, accountId, now);
  return {
    course,
    access,
    section,
    outline,
    previous: sections[at - 1] ?? null,
    next: sections[at + 1] ?? null,
    content: sectionIsOpen(section, course, access) ? await findContent(db, section.id, accountId) : null,
  };
}

async function findContent(db: Db, sectionId: number, accountId: number | null): Promise<LessonContent | null> {
  const [row] = await db
    .select({
      body: courseSection.body,
      videoPath: courseSection.videoPath,
      positionSeconds: sectionProgress.positionSeconds,
    })
    .from(courseSection)
    .leftJoin(
      sectionProgress,
      and(eq(sectionProgress.sectionId, courseSection.id), eq(sectionProgress.accountId, accountId ?? -1)),
    )
    .where(eq(courseSection.id, sectionId));
  return row ? { body: row.body, hasVideo: row.videoPath !== null, positionSeconds: row.positionSeconds ?? 0 } : null;
}
