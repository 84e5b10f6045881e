import { PhoneCard } from '@/components/wechat/phone-card';
import type { ComposeTemplate } from '@/lib/data/admin/messages-compose';
import { type CardPrefix, type ChosenTemplates, type Draft, fieldKey } from './draft';

/** What is being written, as the phones of those who get it show it. */
export function DraftPreview({ draft, chosen }: { draft: Draft; chosen: ChosenTemplates }) {
  const { template, fallback } = chosen;
  if (template) return <PhoneCard message={cardOf(draft, template, '')} />;
  return (
    <>
      <PhoneCard message={{ kind: 'text', text: draft.text }} />
      {fallback && <PhoneCard message={cardOf(draft, fallback, 'fallback.')} caption="超过 48 小时的人收到的样子" />}
    </>
  );
}

function cardOf(draft: Draft, { templateId, title, fields }: ComposeTemplate, prefix: CardPrefix) {
  const lines = fields.map(({ name, label }) => ({
    label: label || name,
    value: draft.fields[fieldKey(templateId, name)] ?? '',
  }));
  const path = prefix === '' ? draft.path : draft.fallbackPath;
  return { kind: 'template', title, lines, isLink: path.trim() !== '' } as const;
}
