import { z } from 'zod';
import { localPath } from '@/lib/domain/local-path';
import { clean } from '@/lib/domain/message-text';
import { type Audience, filterSchema } from './audience';
import { idParam } from './search-path';

export const CAMPAIGN_LIMITS = { title: 30, text: 600, path: 200, picked: 1000 } as const;

/** What the form of a new message sends: one entry for each `to.<account id>` and `field.<name>`. */
export interface CampaignForm {
  readonly formKey: string;
  readonly title: string;
  readonly audience: Audience;
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | {
        readonly kind: 'template';
        /** The platform's. */
        readonly templateId: string;
        readonly path: string | null;
        /** As typed, by field name; whether it fits its template is for the service to say. */
        readonly data: Readonly<Record<string, string>>;
      };
}

const common = z.object({
  formKey: z.uuid('表单已失效，请刷新页面'),
  title: z
    .string()
    .transform((title) => clean(title).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, '请填写标题').max(CAMPAIGN_LIMITS.title, `标题最多 ${CAMPAIGN_LIMITS.title} 个字`)),
});

const textSchema = z.object({
  text: z
    .string()
    .transform((text) => clean(text).trim())
    .pipe(z.string().min(1, '请填写内容').max(CAMPAIGN_LIMITS.text, `内容最多 ${CAMPAIGN_LIMITS.text} 个字`)),
});

const templateSchema = z.object({
  templateId: z.string().min(1).max(100),
  path: z
    .string()
    .trim()
    .max(CAMPAIGN_LIMITS.path, '链接太长')
    .refine((path) => path === '' || localPath(path, '') !== '', '只能是本站的路径，例如 /courses')
    .transform((path) => (path === '' ? null : localPath(path))),
});

type Fields = Readonly<Record<string, unknown>>;

/** The entries whose names begin with `prefix`, without it. */
const below = (fields: Fields, prefix: string): [string, unknown][] =>
  Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  );

const idsSchema = z
  .array(idParam)
  .min(1, '请至少选择一位用户')
  .max(CAMPAIGN_LIMITS.picked, `一次最多挑选 ${CAMPAIGN_LIMITS.picked} 位，更多请按条件发送`);

const dataSchema = z.record(z.string().max(40), z.string().max(200, '太长了'));

/** Turns what a form sent, flat, into what a campaign is made of; errors carry the names of the form's fields. */
export const campaignFormSchema = z
  .looseObject({ kind: z.enum(['text', 'template']), to: z.enum(['picked', 'matching'], '请选择收件人') })
  .transform((fields, context): CampaignForm => {
    const read = <S extends z.ZodType>(schema: S, input: unknown, path: string[] = []): z.output<S> | undefined => {
      const parsed = schema.safeParse(input);
      if (parsed.success) return parsed.data;
      for (const { message, path: inner } of parsed.error.issues) {
        context.addIssue({ code: 'custom', message, path: path.length > 0 ? path : inner });
      }
      return undefined;
    };
    const about = read(common, fields);
    const audience = fields.to === 'matching' ? matching(fields) : picked(read(idsSchema, pickedIds(fields), ['to']));
    const content = fields.kind === 'text' ? read(textSchema, fields) : read(templateSchema, fields);
    const data = fields.kind === 'text' ? {} : read(dataSchema, Object.fromEntries(below(fields, 'field.')), ['field']);
    if (!about || !audience || !content || !data) return z.NEVER;
    return {
      ...about,
      audience,
      content: 'text' in content ? { kind: 'text', ...content } : { kind: 'template', ...content, data },
    };
  });

const matching = (fields: Fields): Audience => ({ kind: 'matching', filter: filterSchema.parse(fields) });

const picked = (ids: readonly number[] | undefined): Audience | undefined =>
  ids && { kind: 'picked', accountIds: [...new Set(ids)].sort((a, b) => a - b) };

const pickedIds = (fields: Fields): string[] => below(fields, 'to.').map(([id]) => id);
