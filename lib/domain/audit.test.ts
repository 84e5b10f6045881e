import { expect, it } from 'vitest';
import { AUDIT_SUBJECT_KINDS, auditActionLabel, auditSubjectPath } from './audit';

it('names an action it does not know by its own name', () => {
  expect(auditActionLabel('account.disable')).toBe('停用账号');
  expect(auditActionLabel('toString')).toBe('toString');
});

it('knows where every subject is shown', () => {
  for (const kind of AUDIT_SUBJECT_KINDS) expect(auditSubjectPath(kind, '7')).toMatch(/^\/admin(\/\w+)+$/);
  expect(auditSubjectPath('comet', '7')).toBeNull();
});
