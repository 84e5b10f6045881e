import { sql } from 'drizzle-orm';
import { isForeignKeyViolation } from '@/db/violation';
import type { AuditState } from '@/lib/domain/audit';
import type { EntryListName, RemovalInput } from '@/lib/domain/catalogue-form-entry';
import { err, ok } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { LISTS, oneOfList } from './entry-lists';
import { entryWrite } from './entry-write';

/** What still names an entry that cannot be removed. */
const USERS: Partial<Readonly<Record<EntryListName, string>>> = {
  chapter: '这一章里还有小节或作业，请先删除它们',
  section: '已有学员学过这一节，不能删除；可以改名或移到后面',
  homework: '已有学员提交过这个作业，不能删除；可以停用',
  category: '这个分类下还有子分类，请先删除或移走它们',
  'sub-category': '还有课程在这个子分类里，请先给它们换一个',
  teacher: '还有课程或学位课由这位老师讲授，请先从那里移除',
};

/** Removes an entry that nothing else names. What students have used stays. */
export function removeEntry(ctx: Ctx, input: RemovalInput) {
  return entryWrite(ctx, input, async ({ ctx: tx, record }) => {
    const removed = await deleted(tx, input);
    if (removed === 'in use') {
      const detail = USERS[input.list];
      return err('IN_USE', detail === undefined ? {} : { detail });
    }
    if (removed === null) return err('NOT_FOUND', { detail: '它已经被删除了' });
    await record(`${input.list}.remove`, removed, null);
    return ok(null);
  });
}

async function deleted({ db }: TxCtx, { list: name, parent, id }: RemovalInput) {
  const list = LISTS[name];
  const own = oneOfList(list, parent, id);
  const [named] = await db
    .select({ entry: sql`${list.label}`.mapWith(String) })
    .from(list.table)
    .where(own);
  try {
    // A savepoint: the refusal of the database is an answer here.
    const [row] = await db.transaction((tx) => tx.delete(list.table).where(own).returning());
    return row ? { ...named, ...auditState(row) } : null;
  } catch (error) {
    if (isForeignKeyViolation(error)) return 'in use';
    throw error;
  }
}

function auditState(row: Readonly<Record<string, unknown>>): AuditState {
  const state: Record<string, AuditState[string]> = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') state[name] = value;
  }
  return state;
}
