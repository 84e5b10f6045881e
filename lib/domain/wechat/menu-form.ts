import { z } from 'zod';
import { idField } from '@/lib/domain/form-fields';
import type { MenuButton } from './menu';
import { buttonsOf, menuProblems, typedDraft } from './menu-draft';

const MENU_NOTE_CHARACTERS = 60;

const noteSchema = z
  .string()
  .default('')
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
  .pipe(z.string().max(MENU_NOTE_CHARACTERS, `备注最多 ${MENU_NOTE_CHARACTERS} 个字`));

export interface MenuForm {
  readonly buttons: readonly MenuButton[];
  /** What was changed, for colleagues. */
  readonly note: string;
}

/** The editor's form: fields by place (`b1.name`, `b1.i2.url`). */
export const menuFormSchema = z.looseObject({}).transform((fields, issues): MenuForm => {
  const draft = typedDraft(fields);
  const problems = menuProblems(draft);
  const note = noteSchema.safeParse(fields.note);
  for (const { field, message } of problems) issues.addIssue({ code: 'custom', message, path: [field] });
  if (!note.success) issues.addIssue({ code: 'custom', message: note.error.issues[0]?.message, path: ['note'] });
  if (problems.length > 0 || !note.success) return z.NEVER;
  return { buttons: buttonsOf(draft), note: note.data };
});

/** Which version is to be published again. */
export const menuVersionSchema = z.object({ id: idField });
