import { expect, it } from 'vitest';
import { formValues } from './form-values';

it('gives the texts of a form, and nothing that a text column refuses', () => {
  const form = new FormData();
  form.set('reason', '不想\0学了\0');
  form.set('empty', '');
  form.set('file', new File(['x'], 'x.csv'));
  form.set('$ACTION_ID_1', 'x');
  expect(formValues(form)).toEqual({ reason: '不想学了', empty: '' });
});
