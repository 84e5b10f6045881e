import { findSection, holdingsOf } from '@/db/queries/holdings';
import { courseAccess, sectionIsOpen } from '@/lib/domain/course-access';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';

export type SectionError = 'NOT_FOUND' | 'COURSE_NOT_OPEN';

/** Progress is kept of what one may see, and of nothing else. */
export async function checkSectionIsOpen(ctx: AccountCtx, sectionId: number): Promise<Result<null, SectionError>> {
  const section = await findSection(ctx.db, sectionId);
  if (!section) return err('NOT_FOUND');
  const holdings = await holdingsOf(ctx.db, ctx.actor.id);
  const access = courseAccess(section.course, holdings, ctx.now);
  return sectionIsOpen(section, section.course, access) ? ok(null) : err('COURSE_NOT_OPEN');
}
