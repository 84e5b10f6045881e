import { expect, it } from 'vitest';
import { AUDIT_SUBJECT_KINDS, auditActionLabel, auditSubjectPath } from './audit';

it('names an action it does not know by its own name', () => {
  expect(auditActionLabel('account.disable')).toBe('停用账号');
  expect(auditActionLabel('toString')).toBe('toString');
});

it('knows where every subject is shown, but for a ticket, which is gone by then', () => {
  for (const kind of AUDIT_SUBJECT_KINDS) {
    const path = auditSubjectPath(kind, '7');
    if (kind === 'ticket') expect(path).toBeNull();
    else expect(path).toMatch(/^\/admin(\/\w+)+$/);
  }
  expect(auditSubjectPath('comet', '7')).toBeNull();
});
