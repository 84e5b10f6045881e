import type { Attempt } from '@/lib/domain/wechat-audit';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';
import type { FoundTicket } from './find-ticket';

interface RefusedAttempt {
  /** forged: never issued; replayed: used already; stolen: another phone's; taken: over an existing binding. */
  readonly attempt: Attempt;
  /** The ticket it was tried with; null: there is none. */
  readonly ticket: FoundTicket | null;
}

/** So many entries of a kind are kept for each subject in half an hour: nobody floods the log. */
const KEPT = { limit: 3, windowSeconds: 30 * 60 } as const;

/** Leaves an audit entry of what looks like taking over an account or a WeChat. It was refused. */
export async function recordAttempt(ctx: Ctx, { attempt, ticket }: RefusedAttempt): Promise<void> {
  const [subjectKind, subjectId] =
    ticket?.purpose === 'bind' ? (['account', ticket.accountId] as const) : (['ticket', ticket?.id ?? 0] as const);
  const key = `wechat:attempt:${attempt}:${subjectKind}:${subjectId}`;
  if (!(await takeTurn(ctx, { key, ...KEPT }))) return;
  await ctx.db.transaction((tx) =>
    writeAudit(
      { ...ctx, db: tx },
      { action: 'wechat.refuse', subjectKind, subjectId, before: null, after: { attempt } },
    ),
  );
}
