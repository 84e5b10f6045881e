import { inArray } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { ListPreview } from '@/lib/domain/admin/list-preview';
import { ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { Ctx } from '../ctx';
import { readList } from './read-list';

const SAMPLE = 5;
const MOST_PROBLEMS = 20;

/** Whom a list would reach, before it is sent. */
export async function previewList(ctx: Ctx, text: string): Promise<Result<ListPreview, 'FORBIDDEN' | 'INVALID_INPUT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const read = await readList(ctx, text);
  if (!read.ok) return read;
  const { accountIds, problems, unbound, unreachable } = read.value;
  const sample = await ctx.db
    .select({ id: account.id, nickname: account.nickname, username: account.username })
    .from(account)
    .where(inArray(account.id, accountIds.slice(0, SAMPLE)))
    .orderBy(account.id);
  return ok({
    count: accountIds.length,
    sample,
    unbound,
    unreachable,
    unknown: problems.length,
    problems: problems.slice(0, MOST_PROBLEMS),
  });
}
