import { readCampaignTemplates } from '@/db/queries/campaign-templates';
import type { CampaignForm, CardDraft } from '@/lib/domain/admin/campaign-form';
import { fieldProblem } from '@/lib/domain/admin/field-rule';
import type { CardContent, MessageContent } from '@/lib/domain/message';
import { fitField } from '@/lib/domain/template-field';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';

/** The content as it goes into the outbox: of a template exactly the fields it has, each as WeChat takes it. */
export async function checkContent(
  ctx: Ctx,
  content: CampaignForm['content'],
): Promise<Result<MessageContent, 'INVALID_INPUT'>> {
  if (content.kind === 'template') return checkCard(ctx, content, '');
  const { text } = content;
  if (content.fallback === null) return ok({ kind: 'text', text });
  const card = await checkCard(ctx, content.fallback, 'fallback.');
  if (!card.ok) return card;
  const { kind, ...rest } = card.value;
  if (kind !== 'template') {
    return err('INVALID_INPUT', { field: 'fallback.templateId', detail: '订阅通知要学员先允许，不能用来代替文字' });
  }
  return ok({ kind: 'text', text, fallback: { kind, ...rest } });
}

/** `prefix`: of the names of the form's fields, for what is wrong with them. */
async function checkCard(
  ctx: Ctx,
  { templateId, path, data: typed }: CardDraft,
  prefix: '' | 'fallback.',
): Promise<Result<CardContent, 'INVALID_INPUT'>> {
  const template = (await readCampaignTemplates(ctx.db)).find((one) => one.templateId === templateId);
  if (!template) return err('INVALID_INPUT', { detail: '这个模板已不在服务号里，或者不能群发，请刷新页面后重新选择' });
  const data: Record<string, string> = {};
  for (const { name, label } of template.fields) {
    const value = typed[name] ?? '';
    const problem = fieldProblem(name, value);
    const fitted = fitField(name, value);
    if (problem !== null || fitted === null) {
      const detail = `${label || name}：${problem ?? '格式不对'}`;
      return err('INVALID_INPUT', { field: `${prefix}field.${name}`, detail });
    }
    data[name] = fitted;
  }
  return ok({ kind: template.channel, templateId, path, data });
}
