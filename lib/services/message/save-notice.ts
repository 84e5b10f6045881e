import { eq } from 'drizzle-orm';
import { messageTemplate, noticeSetting } from '@/db/schema';
import type { NoticeForm } from '@/lib/domain/admin/notice-form';
import type { AuditState } from '@/lib/domain/audit';
import { isAlwaysOn } from '@/lib/domain/notice';
import { canCarry } from '@/lib/domain/notice-carrier';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { assignCarriers, lockTemplates } from './sync-templates';

/** Turns a notice on or off and maps it to a template that can carry it; null: whichever is found by its title. */
export async function saveNotice(ctx: Ctx, form: NoticeForm): Promise<Result<null, 'FORBIDDEN' | 'INVALID_INPUT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  if (!form.isOn && isAlwaysOn(form.notice)) {
    return err('INVALID_INPUT', { field: 'isOn', detail: '验证码是学员自己要的，不能停用' });
  }
  return admin.value.db.transaction(async (tx) => {
    const txCtx = { ...admin.value, db: tx };
    await lockTemplates(tx);
    if (!(await canBeChosen(txCtx, form))) {
      return err('INVALID_INPUT', { field: 'templateId', detail: '这个模板不能用来发这种通知，请刷新后重新选择' });
    }
    const [before] = await tx.select().from(noticeSetting).where(eq(noticeSetting.notice, form.notice));
    const values = { isOn: form.isOn, templateId: form.templateId, updatedAt: ctx.now };
    await tx
      .insert(noticeSetting)
      .values({ notice: form.notice, ...values })
      .onConflictDoUpdate({ target: noticeSetting.notice, set: values });
    // What carried it before was the last decision: it is found anew.
    await tx.update(messageTemplate).set({ notice: null }).where(eq(messageTemplate.notice, form.notice));
    await assignCarriers(txCtx);
    await auditChange(txCtx, form, before ?? { isOn: true, templateId: null });
    return ok(null);
  });
}

async function canBeChosen({ db }: TxCtx, { notice, templateId }: NoticeForm): Promise<boolean> {
  if (templateId === null) return true;
  const [template] = await db.select().from(messageTemplate).where(eq(messageTemplate.templateId, templateId));
  return template !== undefined && canCarry(template, notice);
}

type Setting = Pick<typeof noticeSetting.$inferSelect, 'isOn' | 'templateId'>;

/** Saved as it was: nothing to write down. */
async function auditChange(ctx: TxCtx, form: NoticeForm, before: Setting): Promise<void> {
  if (before.isOn === form.isOn && before.templateId === form.templateId) return;
  const [was, is] = [await stateOf(ctx, before), await stateOf(ctx, form)];
  await writeAudit(ctx, {
    action: 'notice.change',
    subjectKind: 'notice',
    subjectId: form.notice,
    before: was,
    after: is,
  });
}

async function stateOf({ db }: TxCtx, { isOn, templateId }: Setting): Promise<AuditState> {
  if (templateId === null) return { isOn, noticeTemplate: '自动选择' };
  const [template] = await db
    .select({ title: messageTemplate.title })
    .from(messageTemplate)
    .where(eq(messageTemplate.templateId, templateId));
  return { isOn, noticeTemplate: template?.title ?? templateId };
}
