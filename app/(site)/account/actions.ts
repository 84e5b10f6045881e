'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { beginSession, endCurrentSession } from '@/lib/auth/session';
import { changePasswordSchema, chooseUsernameSchema, firstPasswordSchema } from '@/lib/domain/credentials';
import { profileSchema } from '@/lib/domain/profile';
import { changePassword as changeOwnPassword } from '@/lib/services/account/change-password';
import { changeProfile as changeOwnProfile } from '@/lib/services/account/change-profile';
import { chooseUsername as chooseOwnUsername } from '@/lib/services/account/choose-username';
import { endSessions as endOwnSessions } from '@/lib/services/account/end-sessions';
import { setFirstPassword as setOwnFirstPassword } from '@/lib/services/account/set-first-password';

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

export const chooseUsername = accountAction(
  { schema: chooseUsernameSchema, from: '/account', message: '用户名已设置' },
  async (ctx, input) => {
    const chosen = await chooseOwnUsername(ctx, input);
    if (chosen.ok) refresh();
    return chosen;
  },
);

export const setFirstPassword = accountAction(
  { schema: firstPasswordSchema, from: '/account/security', message: '密码已设置，其他设备上的登录已退出' },
  async (ctx, input) => {
    const set = await setOwnFirstPassword(ctx, input);
    if (!set.ok) return set;
    // It ended this session with the others; the password begins another.
    const begun = await beginSession({ username: set.value.username, password: input.newPassword });
    if (!begun.ok) redirect('/sign-in');
    refresh();
    return begun;
  },
);

export const endSessions = accountAction({ schema: z.object({}), from: '/account/security' }, async (ctx) => {
  await endOwnSessions(ctx);
  await endCurrentSession();
  redirect('/sign-in');
});
