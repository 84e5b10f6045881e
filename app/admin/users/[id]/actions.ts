'use server';

import { refresh } from 'next/cache';
import { adminAction } from '@/lib/action';
import { accountCommandSchema, beliGrantSchema } from '@/lib/domain/admin/account-command';
import type { Result } from '@/lib/errors';
import { disableAccount } from '@/lib/services/admin/disable-account';
import { enableAccount } from '@/lib/services/admin/enable-account';
import { endAccountSessions } from '@/lib/services/admin/end-account-sessions';
import { giveBeli as giveBeliTo } from '@/lib/services/admin/give-beli';

/** The page shows what has become of the account, whether the change was ours or somebody else's. */
function shown<R extends Result<unknown>>(result: R): R {
  refresh();
  return result;
}

export const disable = adminAction(
  { schema: accountCommandSchema, message: '账号已停用，登录已全部结束' },
  async (ctx, input) => shown(await disableAccount(ctx, input)),
);

export const enable = adminAction({ schema: accountCommandSchema, message: '账号已启用' }, async (ctx, input) =>
  shown(await enableAccount(ctx, input)),
);

export const endSessions = adminAction(
  { schema: accountCommandSchema, message: '登录已全部结束' },
  async (ctx, input) => shown(await endAccountSessions(ctx, input)),
);

export const giveBeli = adminAction({ schema: beliGrantSchema, message: '贝里已发放' }, async (ctx, input) =>
  shown(await giveBeliTo(ctx, input)),
);
