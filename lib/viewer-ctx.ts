import 'server-only';
import type { Viewer } from './auth/viewer';
import { createCtx } from './context';
import { requestLog } from './request-log';
import type { AccountCtx } from './services/ctx';

/** The context in which a signed-in person's services run, during a request. */
export async function viewerCtx(viewer: Pick<Viewer, 'id' | 'role'>): Promise<AccountCtx> {
  return createCtx({ kind: 'account', id: viewer.id, role: viewer.role }, await requestLog());
}
