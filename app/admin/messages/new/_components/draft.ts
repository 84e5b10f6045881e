import type { ComposeTemplate } from '@/lib/data/admin/messages-compose';
import type { AudienceFilter } from '@/lib/domain/admin/audience';
import { campaignFormSchema } from '@/lib/domain/admin/campaign-form';
import { fieldProblem } from '@/lib/domain/admin/field-rule';

/** What has been typed so far. It outlives looking for recipients and changing the template. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly fallbackPath: string;
  /** Names of recipients, as pasted. */
  readonly list: string;
  readonly when: 'now' | 'later';
  /** What the datetime field says, by a clock in Beijing. */
  readonly at: string;
  /** By template and field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Before the names of a fallback's fields. */
export type CardPrefix = '' | 'fallback.';

export const fieldKey = (templateId: string, name: string): string => `${templateId} ${name}`;

/** An empty draft, or what a form had typed that was sent without JavaScript and refused. */
export function draftFrom(values: Readonly<Record<string, string>>): Draft {
  const typed = (prefix: CardPrefix) =>
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      name.startsWith(`${prefix}field.`)
        ? [[fieldKey(values[`${prefix}templateId`] ?? '', name.slice(`${prefix}field.`.length)), value]]
        : [],
    );
  return {
    title: values.title ?? '',
    text: values.text ?? '',
    path: values.path ?? '',
    fallbackPath: values['fallback.path'] ?? '',
    list: values.list ?? '',
    when: values.when === 'later' ? 'later' : 'now',
    at: values.at ?? '',
    fields: Object.fromEntries([...typed('fallback.'), ...typed('')]),
  };
}

/** The fields of the form, by name, as they are sent. */
export type FormFields = Readonly<Record<string, string>>;

/** What the address of the page chose. */
export interface ChosenTemplates {
  /** Null: plain text. */
  readonly template: ComposeTemplate | null;
  /** What goes instead of the text when it comes too late. */
  readonly fallback: ComposeTemplate | null;
}

interface FormParts extends ChosenTemplates {
  readonly formKey: string;
  readonly draft: Draft;
  readonly to: 'picked' | 'list' | 'matching';
  readonly people: readonly { readonly id: number }[];
  readonly filter: AudienceFilter;
}

export function formFields({ formKey, draft, template, fallback, to, people, filter }: FormParts): FormFields {
  const { title, text, list, when, at } = draft;
  const content = template
    ? { kind: 'template', ...cardFields(draft, template, '') }
    : { kind: 'text', text, ...(fallback && cardFields(draft, fallback, 'fallback.')) };
  return {
    formKey,
    title,
    to,
    ...content,
    ...(when === 'later' ? { when, at } : { when }),
    ...recipientFields(),
  };

  function recipientFields(): FormFields {
    if (to === 'list') return { list };
    return to === 'picked' ? Object.fromEntries(people.map(({ id }) => [`to.${id}`, 'on'])) : filterFields(filter);
  }
}

function cardFields({ path, fallbackPath, fields }: Draft, template: ComposeTemplate, prefix: CardPrefix): FormFields {
  const values = template.fields.map(({ name }) => [
    `${prefix}field.${name}`,
    fields[fieldKey(template.templateId, name)] ?? '',
  ]);
  return {
    [`${prefix}templateId`]: template.templateId,
    [`${prefix}path`]: prefix === '' ? path : fallbackPath,
    ...Object.fromEntries(values),
  };
}

/** With 全部符合条件的人 it is the filter of the list that counts. */
export const filterFields = (filter: AudienceFilter): FormFields =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value === null ? '' : String(value)]));

export function toFormData(fields: FormFields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What is wrong with a form as it would be sent, by the names of its fields, by the server's rules. */
export function problemsOf(fields: FormFields, { template, fallback }: ChosenTemplates): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of campaignFormSchema.safeParse(fields).error?.issues ?? []) {
    problems[issue.path.join('.')] ??= issue.message;
  }
  const card = template ?? fallback;
  const prefix: CardPrefix = template ? '' : 'fallback.';
  for (const { name } of card?.fields ?? []) {
    const problem = fieldProblem(name, fields[`${prefix}field.${name}`] ?? '');
    if (problem !== null) problems[`${prefix}field.${name}`] = problem;
  }
  return problems;
}

/** Takes the reader to the first field that is wrong. */
export function focusFirst(form: HTMLFormElement, problems: Readonly<Record<string, string>>): void {
  const wrong = [...form.elements].find(
    (element) => element instanceof HTMLElement && problems[element.getAttribute('name') ?? ''] !== undefined,
  );
  if (wrong instanceof HTMLElement) wrong.focus();
}
