import 'server-only';
import { and, count, desc, eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, auditLog } from '@/db/schema';
import type { AuditSearch } from '@/lib/domain/admin/audit-search';
import type { AuditSubjectKind } from '@/lib/domain/audit';
import { type AuditChange, auditChanges } from '@/lib/domain/audit-changes';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { namesOf } from './audit-names';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface AuditRow {
  readonly id: number;
  /** Null: the system itself. */
  readonly actor: { readonly id: number; readonly username: string } | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** What people call the subject now; null when it is gone. */
  readonly subjectName: string | null;
  readonly changes: readonly AuditChange[];
  readonly at: Date;
}

/** A page of what administrators did, the latest first. */
export async function listAudit(search: AuditSearch): Promise<ListPage<AuditRow>> {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    entries(db)
      .where(where)
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ entries: count() }).from(auditLog).leftJoin(account, eq(account.id, auditLog.actorId)).where(where),
  ]);
  return listPage(await withNames(db, rows), total?.entries ?? 0);
}

/** The latest entries about one subject, for its own page, which has asked for the administrator. */
export const auditOf = (db: Db, kind: AuditSubjectKind, subjectId: number | string, limit = 5): Promise<AuditRow[]> =>
  auditOfAll(db, [{ kind, subjectId }], limit);

/** The same about several subjects together; none for no subject. */
export async function auditOfAll(
  db: Db,
  subjects: readonly { readonly kind: AuditSubjectKind; readonly subjectId: number | string }[],
  limit: number,
): Promise<AuditRow[]> {
  const about = subjects.map(({ kind, subjectId }) =>
    and(eq(auditLog.subjectKind, kind), eq(auditLog.subjectId, String(subjectId))),
  );
  if (about.length === 0) return [];
  const rows = await entries(db)
    .where(or(...about))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);
  return withNames(db, rows);
}

const entries = (db: Db) =>
  db
    .select({ entry: auditLog, actor: { id: account.id, username: account.username } })
    .from(auditLog)
    .leftJoin(account, eq(account.id, auditLog.actorId))
    .$dynamic();

type Entry = Awaited<ReturnType<typeof entries>>[number];

async function withNames(db: Db, rows: readonly Entry[]): Promise<AuditRow[]> {
  const nameOf = await namesOf(
    db,
    rows.map(({ entry }) => entry),
  );
  return rows.map(({ entry: { id, action, subjectKind, subjectId, before, after, at }, actor }) => ({
    id,
    actor,
    action,
    subjectKind,
    subjectId,
    subjectName: nameOf({ subjectKind, subjectId }),
    changes: auditChanges(before, after),
    at,
  }));
}

function conditions({ actor, action, kind, subject, from, to }: AuditSearch): (SQL | undefined)[] {
  return [
    actor === ''
      ? undefined
      : or(ilike(account.username, containing(actor)), ilike(account.nickname, containing(actor))),
    action === null ? undefined : eq(auditLog.action, action),
    kind === null ? undefined : eq(auditLog.subjectKind, kind),
    subject === '' ? undefined : eq(auditLog.subjectId, subject),
    from === null ? undefined : gte(auditLog.at, startOfDay(from)),
    to === null ? undefined : lt(auditLog.at, endOfDay(to)),
  ];
}
