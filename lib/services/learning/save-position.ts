import { sql } from 'drizzle-orm';
import { sectionProgress } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkSectionIsOpen, type SectionError } from './section-is-open';

export interface SavePositionInput {
  readonly sectionId: number;
  /** Where the video stands, in seconds; absent for a section that is merely visited. */
  readonly positionSeconds?: number | undefined;
  /** The video was watched to its end, which completes the section. */
  readonly isAtEnd: boolean;
}

/** Remembers that a section was visited, and where its video stands. A completed section stays completed. */
export async function savePosition(ctx: AccountCtx, input: SavePositionInput): Promise<Result<null, SectionError>> {
  const allowed = await checkSectionIsOpen(ctx, input.sectionId);
  if (!allowed.ok) return allowed;
  const { positionSeconds } = input;
  await ctx.db
    .insert(sectionProgress)
    .values({
      accountId: ctx.actor.id,
      sectionId: input.sectionId,
      positionSeconds: positionSeconds ?? 0,
      completedAt: input.isAtEnd ? ctx.now : null,
      updatedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [sectionProgress.accountId, sectionProgress.sectionId],
      set: {
        ...(positionSeconds === undefined ? {} : { positionSeconds }),
        completedAt: sql`coalesce(${sectionProgress.completedAt}, excluded.completed_at)`,
        updatedAt: ctx.now,
      },
    });
  return ok(null);
}
