import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Db } from '../client';
import * as table from '../schema';
import { COURSES } from './catalogue';
import type { IdOf } from './lookup';

interface Ids {
  readonly productId: IdOf;
  readonly subCategoryId: IdOf;
  readonly teacherId: IdOf;
}

/** The course rows and all that hangs on them but their chapters. */
export async function insertCourses(db: Db, { productId, subCategoryId, teacherId }: Ids, now: Date): Promise<void> {
  await db.insert(table.course).values(
    COURSES.map((seed, position) => ({
      productId: productId(seed.slug),
      subCategoryId: subCategoryId(seed.subCategory),
      courseType: seed.type,
      degreeCourseId: seed.degree === null ? null : productId(seed.degree),
      level: seed.level,
      period: seed.period,
      position,
      attachmentPath: seed.attachment,
      template: seed.template,
      publishedOn: addDays(shanghaiDay(now), -seed.publishedDaysAgo),
    })),
  );
  await insertDetails(db, productId);
  await db.insert(table.courseTeacher).values(
    COURSES.flatMap((seed) =>
      seed.teachers.map((name, position) => ({
        courseId: productId(seed.slug),
        teacherId: teacherId(name),
        position,
      })),
    ),
  );
  await db.insert(table.recommendedCourse).values(
    COURSES.flatMap((seed) =>
      seed.recommended.map((slug, position) => ({
        courseId: productId(seed.slug),
        recommendedId: productId(slug),
        position,
      })),
    ),
  );
}

async function insertDetails(db: Db, productId: IdOf): Promise<void> {
  await db.insert(table.courseDetail).values(
    COURSES.map((seed) => ({
      courseId: productId(seed.slug),
      hours: seed.hours,
      slogan: seed.slogan,
      videoIntro: seed.intro === null ? null : `/videos/${seed.intro.file}`,
      whyStudy: seed.whyStudy,
      whatToStudyBrief: seed.whatToStudyBrief,
      careerImprovement: seed.careerImprovement,
      prerequisite: seed.prerequisite,
    })),
  );
  await db
    .insert(table.courseOutline)
    .values(
      COURSES.flatMap((seed) =>
        seed.outline.map((part, position) => ({ ...part, courseId: productId(seed.slug), position })),
      ),
    );
}
