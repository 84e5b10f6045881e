import { z } from 'zod';
import { daySchema } from '@/lib/domain/day-schema';
import { localPath } from '@/lib/domain/local-path';
import { clean } from '@/lib/domain/message-text';
import { type Audience, filterSchema } from './audience';
import { MOST_GRANT_LINES } from './grant-list';
import { idParam } from './search-path';

export const CAMPAIGN_LIMITS = {
  title: 30,
  text: 600,
  path: 200,
  picked: 1000,
  listLines: MOST_GRANT_LINES,
  list: 500_000,
} as const;

/** A template as it was filled in; whether it fits is for the service to say. */
export interface CardDraft {
  /** The platform's. */
  readonly templateId: string;
  readonly path: string | null;
  /** As typed, by field name. */
  readonly data: Readonly<Record<string, string>>;
}

/** Of `list` the lines as they were pasted: whom they name is looked up when it is sent. */
export type AskedAudience = Audience | { readonly kind: 'list'; readonly text: string };

/** What the form of a new message sends: one entry for each `to.<account id>` and `field.<name>`. */
export interface CampaignForm {
  readonly formKey: string;
  readonly title: string;
  readonly audience: AskedAudience;
  /** Null: at once. */
  readonly sendAt: Date | null;
  readonly content:
    | { readonly kind: 'text'; readonly text: string; readonly fallback: CardDraft | null }
    | ({ readonly kind: 'template' } & CardDraft);
}

const common = z.object({
  formKey: z.uuid('表单已失效，请刷新页面'),
  title: z
    .string()
    .transform((title) => clean(title).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, '请填写标题').max(CAMPAIGN_LIMITS.title, `标题最多 ${CAMPAIGN_LIMITS.title} 个字`)),
});

const textSchema = z
  .string()
  .transform((text) => clean(text).trim())
  .pipe(z.string().min(1, '请填写内容').max(CAMPAIGN_LIMITS.text, `内容最多 ${CAMPAIGN_LIMITS.text} 个字`));

const pathSchema = z
  .string()
  .trim()
  .max(CAMPAIGN_LIMITS.path, '链接太长')
  .refine((path) => path === '' || localPath(path, '') !== '', '只能是本站的路径，例如 /courses')
  .transform((path) => (path === '' ? null : localPath(path)));

const dataSchema = z.record(z.string().max(40), z.string().max(200, '太长了'));

const idsSchema = z
  .array(idParam)
  .min(1, '请至少选择一位用户')
  .max(CAMPAIGN_LIMITS.picked, `一次最多挑选 ${CAMPAIGN_LIMITS.picked} 位，更多请按条件或用名单发送`);

const listSchema = z.string().trim().min(1, '请填写名单').max(CAMPAIGN_LIMITS.list, '名单太长，请分几次发送');

/** What a datetime-local field says, on a clock in Beijing. */
const momentSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: '请填写发送时间', abort: true })
  // Date counts on: it takes the 31st of February for a day of March.
  .refine((moment) => daySchema.safeParse(moment.slice(0, 10)).success, { error: '没有这个时间', abort: true })
  .transform((moment) => new Date(`${moment}:00+08:00`))
  .refine((moment) => !Number.isNaN(moment.getTime()), '没有这个时间');

type Fields = Readonly<Record<string, unknown>>;

/** The entries whose names begin with `prefix`, without it. */
const below = (fields: Fields, prefix: string): [string, unknown][] =>
  Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  );

/** Reads parts of a form one by one, and keeps what is wrong with each under the name of its field. */
class Reader {
  readonly issues: { message: string; path: string[] }[] = [];

  constructor(readonly fields: Fields) {}

  read<S extends z.ZodType>(schema: S, input: unknown, path: string): z.output<S> | undefined {
    const parsed = schema.safeParse(input);
    if (parsed.success) return parsed.data;
    for (const { message, path: inner } of parsed.error.issues) {
      this.issues.push({ message, path: path === '' ? inner.map(String) : [path] });
    }
    return undefined;
  }

  /** A template's part of the form; the names of the fallback's fields begin with `fallback.`. */
  card(prefix: '' | 'fallback.'): CardDraft | undefined {
    const field = (name: string) => this.fields[`${prefix}${name}`];
    const templateId = this.read(z.string().min(1).max(100), field('templateId'), `${prefix}templateId`);
    const path = this.read(pathSchema, field('path'), `${prefix}path`);
    const typed = Object.fromEntries(below(this.fields, `${prefix}field.`));
    const data = this.read(dataSchema, typed, `${prefix}field`);
    return templateId === undefined || path === undefined || data === undefined
      ? undefined
      : { templateId, path, data };
  }

  content(): CampaignForm['content'] | undefined {
    if (this.fields.kind === 'template') {
      const card = this.card('');
      return card && { kind: 'template', ...card };
    }
    const text = this.read(textSchema, this.fields.text, 'text');
    const hasFallback =
      typeof this.fields['fallback.templateId'] === 'string' && this.fields['fallback.templateId'] !== '';
    const fallback = hasFallback ? this.card('fallback.') : null;
    return text === undefined || fallback === undefined ? undefined : { kind: 'text', text, fallback };
  }

  audience(): AskedAudience | undefined {
    if (this.fields.to === 'matching') return this.matching();
    if (this.fields.to === 'list') {
      const text = this.read(listSchema, this.fields.list, 'list');
      return text === undefined ? undefined : { kind: 'list', text };
    }
    const picked = below(this.fields, 'to.').map(([id]) => id);
    const ids = this.read(idsSchema, picked, 'to');
    return ids && { kind: 'picked', accountIds: [...new Set(ids)].sort((a, b) => a - b) };
  }

  /** A list takes a condition that it cannot read for none; here that would send to everyone. */
  matching(): AskedAudience | undefined {
    const filter = filterSchema.parse(this.fields);
    const isLost = Object.entries(filter).some(([name, read]) => {
      const asked = this.fields[name];
      return typeof asked === 'string' && asked.trim() !== '' && (read === null || read === '');
    });
    if (!isLost) return { kind: 'matching', filter };
    this.issues.push({ message: '筛选条件不对，请刷新页面后重新选择', path: ['to'] });
    return undefined;
  }

  sendAt(): Date | null | undefined {
    return this.fields.when === 'later' ? this.read(momentSchema, this.fields.at, 'at') : null;
  }
}

/** Turns what a form sent, flat, into what a campaign is made of; errors carry the names of the form's fields. */
export const campaignFormSchema = z
  .looseObject({
    kind: z.enum(['text', 'template']),
    to: z.enum(['picked', 'list', 'matching'], '请选择收件人'),
    when: z.enum(['now', 'later'], '请选择发送时间'),
  })
  .transform((fields, context): CampaignForm => {
    const reader = new Reader(fields);
    const about = reader.read(common, fields, '');
    const [audience, content, sendAt] = [reader.audience(), reader.content(), reader.sendAt()];
    for (const issue of reader.issues) context.addIssue({ code: 'custom', ...issue });
    if (!about || !audience || !content || sendAt === undefined) return z.NEVER;
    return { ...about, audience, content, sendAt };
  });

/** The same form, of which only the message counts. */
export const campaignTestSchema = z
  .looseObject({ kind: z.enum(['text', 'template']) })
  .transform((fields, context): Pick<CampaignForm, 'title' | 'content'> => {
    const reader = new Reader(fields);
    const title = reader.read(common.shape.title, fields.title, 'title');
    const content = reader.content();
    for (const issue of reader.issues) context.addIssue({ code: 'custom', ...issue });
    return title === undefined || !content ? z.NEVER : { title, content };
  });
