import type { ComposeTemplate } from '@/lib/data/admin/messages-compose';
import type { AudienceFilter } from '@/lib/domain/admin/audience';
import { campaignFormSchema } from '@/lib/domain/admin/campaign-form';
import { fieldProblem } from '@/lib/domain/admin/field-rule';

/** What has been typed so far. It outlives looking for recipients and changing the template. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  /** By template and field. */
  readonly fields: Readonly<Record<string, string>>;
}

export const fieldKey = (templateId: string, name: string): string => `${templateId} ${name}`;

/** An empty draft, or what a form had typed that was sent without JavaScript and refused. */
export function draftFrom(values: Readonly<Record<string, string>>): Draft {
  const templateId = values.templateId ?? '';
  const fields = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    name.startsWith('field.') ? [[fieldKey(templateId, name.slice('field.'.length)), value]] : [],
  );
  return {
    title: values.title ?? '',
    text: values.text ?? '',
    path: values.path ?? '',
    fields: Object.fromEntries(fields),
  };
}

/** The fields of the form, by name, as they are sent. */
export type FormFields = Readonly<Record<string, string>>;

interface FormParts {
  readonly formKey: string;
  readonly draft: Draft;
  /** Null: plain text. */
  readonly template: ComposeTemplate | null;
  readonly to: 'picked' | 'matching';
  readonly people: readonly { readonly id: number }[];
  readonly filter: AudienceFilter;
}

export function formFields({ formKey, draft, template, to, people, filter }: FormParts): FormFields {
  const { title, text, path, fields } = draft;
  const content = template
    ? {
        kind: 'template',
        templateId: template.templateId,
        path,
        ...Object.fromEntries(
          template.fields.map(({ name }) => [`field.${name}`, fields[fieldKey(template.templateId, name)] ?? '']),
        ),
      }
    : { kind: 'text', text };
  return {
    formKey,
    title,
    to,
    ...content,
    ...(to === 'picked' ? Object.fromEntries(people.map(({ id }) => [`to.${id}`, 'on'])) : filterFields(filter)),
  };
}

/** With 全部符合条件的人 it is the filter of the list that counts. */
export const filterFields = ({ q, role, bought }: AudienceFilter): FormFields => ({
  q,
  role: role ?? '',
  bought: bought === null ? '' : String(bought),
});

export function toFormData(fields: FormFields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What is wrong with a form as it would be sent, by the names of its fields, by the server's rules. */
export function problemsOf(fields: FormFields, template: ComposeTemplate | null): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of campaignFormSchema.safeParse(fields).error?.issues ?? []) {
    problems[issue.path.join('.')] ??= issue.message;
  }
  for (const { name } of template?.fields ?? []) {
    const problem = fieldProblem(name, fields[`field.${name}`] ?? '');
    if (problem !== null) problems[`field.${name}`] = problem;
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
