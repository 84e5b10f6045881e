import { z } from 'zod';
import { AUDIT_ACTIONS, AUDIT_SUBJECT_KINDS } from '@/lib/domain/audit';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const searchSchema = z.object({
  /** Part of the name of who did it. */
  actor: textParam,
  action: choiceParam(AUDIT_ACTIONS),
  kind: choiceParam(AUDIT_SUBJECT_KINDS),
  /** The subject's id, as the log keeps it. */
  subject: textParam,
  /** Days, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type AuditSearch = z.output<typeof searchSchema>;

export const readAuditSearch = (search: Readonly<Record<string, unknown>>): AuditSearch =>
  searchSchema.parse({
    actor: search.actor,
    action: search.action,
    kind: search.kind,
    subject: search.subject,
    from: search.from,
    to: search.to,
    page: search.page,
  });

export const auditSearchPath = (search: Partial<AuditSearch>) => searchPath('/admin/audit', search);
