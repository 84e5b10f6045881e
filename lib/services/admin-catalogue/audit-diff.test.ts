import { describe, expect, it } from 'vitest';
import { auditDiff } from './audit-diff';

describe('auditDiff', () => {
  it('keeps what differs, in the fields that were written', () => {
    const before = { name: '旧', hours: 3, version: 'x' };
    expect(auditDiff(before, { name: '新', hours: 3 })).toEqual({ before: { name: '旧' }, after: { name: '新' } });
    expect(auditDiff(before, { name: '旧', hours: 3 })).toBeNull();
  });

  it('keeps the whole of what came or went', () => {
    expect(auditDiff(null, { name: '新' })).toEqual({ before: null, after: { name: '新' } });
    expect(auditDiff({ name: '旧' }, null)).toEqual({ before: { name: '旧' }, after: null });
  });

  it('keeps the beginning of a long text, and its length', () => {
    const diff = auditDiff({ body: '' }, { body: '长'.repeat(5000) });
    expect(diff?.after?.body).toBe(`${'长'.repeat(300)}…（共 5000 字）`);
  });

  it('never cuts a character in two', () => {
    const [fits, long] = [`${'长'.repeat(299)}😀`, `${'长'.repeat(299)}😀长`];
    expect(auditDiff({ brief: '' }, { brief: fits })?.after?.brief).toBe(fits);
    expect(auditDiff({ brief: '' }, { brief: long })?.after?.brief).toBe(`${fits}…（共 301 字）`);
  });
});
