import { campaignFormSchema } from '@/lib/domain/admin/campaign-form';
import { fieldProblem } from '@/lib/domain/admin/field-rule';
import type { TemplateField } from '@/lib/domain/template-field';

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

/** The fields of a form, by name, as they would be sent. */
export type FormFields = Readonly<Record<string, string>>;

/** What is wrong with a form as it would be sent, by the names of its fields; empty when nothing is. */
export function problemsOf(form: FormFields, template: readonly TemplateField[] | null): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of campaignFormSchema.safeParse(form).error?.issues ?? []) {
    problems[issue.path.join('.')] ??= issue.message;
  }
  for (const { name } of template ?? []) {
    const problem = fieldProblem(name, form[`field.${name}`] ?? '');
    if (problem !== null) problems[`field.${name}`] = problem;
  }
  return problems;
}

export const fieldsOf = (form: HTMLFormElement): FormFields =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** Takes the reader to the first field that is wrong. */
export function focusFirst(form: HTMLFormElement, problems: Readonly<Record<string, string>>): void {
  const wrong = [...form.elements].find(
    (element) => element instanceof HTMLElement && problems[element.getAttribute('name') ?? ''] !== undefined,
  );
  if (wrong instanceof HTMLElement) wrong.focus();
}
