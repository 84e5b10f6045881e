import { eq, sql } from 'drizzle-orm';
import { teacherFields } from '@/db/queries/catalogue-fields';
import { account, teacher } from '@/db/schema';
import type { NewTeacherInput, TeacherInput } from '@/lib/domain/catalogue-form-school';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { catalogueWrite } from './catalogue-write';
import { checkSeen } from './check-seen';
import { inserted } from './inserted';

/** Gives the teacher's id. */
export function addTeacher(ctx: Ctx, { username, ...typed }: NewTeacherInput) {
  return catalogueWrite(ctx, async ({ ctx: tx, record }) => {
    const mentor = await mentorAccount(tx, username);
    if (!mentor.ok) return mentor;
    const values = { ...typed, accountId: mentor.value };
    const { id } = inserted(await tx.db.insert(teacher).values(values).returning({ id: teacher.id }));
    await record({ action: 'teacher.add', subjectKind: 'teacher', subjectId: id, before: null, after: values });
    return ok(id);
  });
}

export function changeTeacher(ctx: Ctx, { id, version, username, ...typed }: TeacherInput) {
  return catalogueWrite(ctx, async ({ ctx: tx, record }) => {
    const mentor = await mentorAccount(tx, username);
    if (!mentor.ok) return mentor;
    const values = { ...typed, accountId: mentor.value };
    const [row] = await tx.db.select(teacherFields).from(teacher).where(eq(teacher.id, id)).for('no key update');
    const seen = checkSeen(row, version, values);
    if (!seen.ok) return seen;
    await tx.db.update(teacher).set(values).where(eq(teacher.id, id));
    const subject = { subjectKind: 'teacher', subjectId: id, entry: seen.value.name } as const;
    await record({ action: 'teacher.change', ...subject, before: seen.value, after: values });
    return ok(null);
  });
}

/** The account a mentor signs in with; null stays null. */
async function mentorAccount(
  { db }: TxCtx,
  username: string | null,
): Promise<Result<number | null, 'NOT_FOUND' | 'INVALID_INPUT'>> {
  if (username === null) return ok(null);
  const [row] = await db
    .select({ id: account.id, role: account.role })
    .from(account)
    .where(eq(sql`lower(${account.username})`, username.toLowerCase()));
  if (!row) return err('NOT_FOUND', { field: 'username', detail: '没有这个用户名' });
  if (row.role !== 'mentor') return err('INVALID_INPUT', { field: 'username', detail: '这个账号不是导师账号' });
  return ok(row.id);
}
