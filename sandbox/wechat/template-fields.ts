import { z } from 'zod';
import { err, ok, type Result } from '../result';
import { type ApiError, apiError } from './api-error';
import type { TemplateField } from './events';
import { valueProblem } from './template-values';
import type { Template } from './templates';

const valueSchema = z.object({ value: z.union([z.string(), z.number()]) });

/** The template's own fields, in its order; a key that is missing counts as empty. */
export function readFields(
  template: Template,
  data: Readonly<Record<string, unknown>>,
): Result<TemplateField[], ApiError> {
  const fields: TemplateField[] = [];
  for (const { key, type, label } of template.fields) {
    const given = valueSchema.safeParse(data[key]);
    const value = given.success ? String(given.data.value) : '';
    const problem = valueProblem(type, value);
    if (problem !== null) return err(apiError(47003, `data.${key}.value ${problem}`));
    fields.push({ key, label, value });
  }
  return ok(fields);
}
