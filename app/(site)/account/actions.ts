'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { beginSession, endCurrentSession } from '@/lib/auth/session';
import { changePasswordSchema } from '@/lib/domain/credentials';
import { profileSchema } from '@/lib/domain/profile';
import { changePassword as changeOwnPassword } from '@/lib/services/account/change-password';
import { changeProfile as changeOwnProfile } from '@/lib/services/account/change-profile';
import { endSessions as endOwnSessions } from '@/lib/services/account/end-sessions';

export const changeProfile = accountAction(
  { schema: profileSchema, from: '/account', message: '资料已保存' },
  async (ctx, input) => {
    const changed = await changeOwnProfile(ctx, input);
    if (changed.ok) refresh();
    return changed;
  },
);

export const changePassword = accountAction(
  { schema: changePasswordSchema, from: '/account/security', message: '密码已修改，其他设备上的登录已退出' },
  async (ctx, input) => {
    const changed = await changeOwnPassword(ctx, { ...input, address: clientAddress(await headers()) });
    if (!changed.ok) return changed;
    // The change ended this session with the others; the new password begins another.
    const begun = await beginSession({ username: changed.value.username, password: input.newPassword });
    if (!begun.ok) redirect('/sign-in');
    return begun;
  },
);

export const endSessions = accountAction({ schema: z.object({}), from: '/account/security' }, async (ctx) => {
  await endOwnSessions(ctx);
  await endCurrentSession();
  redirect('/sign-in');
});
