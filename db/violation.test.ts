import { describe, expect, it } from 'vitest';
import { isForeignKeyViolation, isNotNullViolation, isUniqueViolation } from './violation';

const said = (code: string) => Object.assign(new Error('refused'), { code, constraint_name: 'account_email_key' });
const wrapped = (code: string) => Object.assign(new Error('Failed query', { cause: said(code) }), { query: 'insert' });

describe('what the database refused', () => {
  it('is known with and without a wrapper, whoever made the class', () => {
    for (const error of [said('23505'), wrapped('23505')]) {
      expect(isUniqueViolation(error, 'account_email_key')).toBe(true);
      expect(isUniqueViolation(error, 'account_username_key')).toBe(false);
      expect(isForeignKeyViolation(error)).toBe(false);
    }
    for (const error of [said('23503'), wrapped('23503')]) {
      expect(isForeignKeyViolation(error)).toBe(true);
      expect(isUniqueViolation(error, 'account_email_key')).toBe(false);
    }
  });

  it('names the column that was left empty', () => {
    const refused = Object.assign(said('23502'), { table_name: 'coupon_record', column_name: 'coupon_id' });
    expect(isNotNullViolation(refused, 'coupon_record', 'coupon_id')).toBe(true);
    expect(isNotNullViolation(refused, 'coupon_record', 'number')).toBe(false);
    expect(isNotNullViolation(said('23505'), 'coupon_record', 'coupon_id')).toBe(false);
  });

  it('is nothing else', () => {
    for (const error of [new Error('boom'), null, undefined, 'text', said('40001')]) {
      expect(isUniqueViolation(error, 'account_email_key')).toBe(false);
      expect(isForeignKeyViolation(error)).toBe(false);
    }
  });
});
