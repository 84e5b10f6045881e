import { eq } from 'drizzle-orm';
import { messageTemplate } from '@/db/schema';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import { fieldProblem } from '@/lib/domain/admin/field-rule';
import type { MessageContent } from '@/lib/domain/message';
import { fitField } from '@/lib/domain/template-field';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';

/** The content as it goes into the outbox: of a template exactly the fields it has, each as WeChat takes it. */
export async function checkContent(
  ctx: Ctx,
  content: CampaignForm['content'],
): Promise<Result<MessageContent, 'INVALID_INPUT'>> {
  if (content.kind === 'text') return ok(content);
  const { templateId, path } = content;
  const [template] = await ctx.db.select().from(messageTemplate).where(eq(messageTemplate.templateId, templateId));
  if (!template) return err('INVALID_INPUT', { detail: '这个模板已不在服务号里，请刷新页面后重新选择' });
  const data: Record<string, string> = {};
  for (const { name, label } of template.fields) {
    const typed = content.data[name] ?? '';
    const problem = fieldProblem(name, typed);
    const fitted = fitField(name, typed);
    if (problem !== null || fitted === null) {
      return err('INVALID_INPUT', { field: `field.${name}`, detail: `${label || name}：${problem ?? '格式不对'}` });
    }
    data[name] = fitted;
  }
  return ok({ kind: 'template', templateId, path, data });
}
