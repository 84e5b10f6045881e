import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx, Ctx } from '../ctx';

/** The first step of every service of the dashboard: the same context, whose actor is now known to be an administrator. */
export function authoriseAdmin<C extends Ctx>(ctx: C): Result<C & AccountCtx, 'FORBIDDEN'> {
  return isAdmin(ctx) ? ok(ctx) : err('FORBIDDEN');
}

const isAdmin = <C extends Ctx>(ctx: C): ctx is C & AccountCtx =>
  ctx.actor.kind === 'account' && ctx.actor.role === 'admin';
