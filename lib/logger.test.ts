import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { errorFields } from './logger';

it('never logs the parameters of a statement', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "account_email_key"'), {
    code: '23505',
    detail: 'Key (email)=(luffy@example.com) already exists.',
    constraint_name: 'account_email_key',
  });
  const fields = errorFields(new DrizzleQueryError('insert into account values ($1)', ['luffy@example.com'], cause));
  expect(fields).toMatchObject({ message: cause.message, code: '23505', constraint: 'account_email_key' });
  expect(JSON.stringify(fields)).not.toContain('luffy@example.com');
});

it('does without the cause of one, and without an error at all', () => {
  const fields = errorFields(new DrizzleQueryError('select $1', ['secret']));
  expect(JSON.stringify(fields)).not.toContain('secret');
  expect(errorFields('secret')).toEqual({ message: 'string' });
});

it('says what went wrong and where', () => {
  const fields = errorFields(new TypeError('x is not a function'));
  expect(fields).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
  expect(String(fields.stack)).toContain('logger.test.ts');
});
