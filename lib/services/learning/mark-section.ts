import { sql } from 'drizzle-orm';
import { sectionProgress } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkSectionIsOpen, type SectionError } from './section-is-open';

export interface MarkSectionInput {
  readonly sectionId: number;
  readonly isCompleted: boolean;
}

/** Marks a section completed, or takes the mark back. Marking twice keeps the first time. */
export async function markSection(ctx: AccountCtx, input: MarkSectionInput): Promise<Result<null, SectionError>> {
  const allowed = await checkSectionIsOpen(ctx, input.sectionId);
  if (!allowed.ok) return allowed;
  const completedAt = input.isCompleted ? ctx.now : null;
  await ctx.db
    .insert(sectionProgress)
    .values({ accountId: ctx.actor.id, sectionId: input.sectionId, completedAt, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [sectionProgress.accountId, sectionProgress.sectionId],
      set: {
        completedAt: input.isCompleted ? sql`coalesce(${sectionProgress.completedAt}, excluded.completed_at)` : null,
        updatedAt: ctx.now,
      },
    });
  return ok(null);
}
