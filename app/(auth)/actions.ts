'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { visitorAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { forgetInvite, readInviteCookie } from '@/lib/auth/invite-cookie';
import { localRoute } from '@/lib/auth/local-route';
import { beginSession, endCurrentSession } from '@/lib/auth/session';
import { registerSchema, signInSchema } from '@/lib/domain/credentials';
import { register as registerAccount } from '@/lib/services/account/register';
import { adoptVisitorCart } from '@/lib/visitor-cart';

const next = { callbackUrl: z.string().optional() };

export const signIn = visitorAction({ schema: signInSchema.extend(next) }, async (_ctx, input) => {
  const begun = await beginSession(input);
  if (!begun.ok) return begun;
  await adoptVisitorCart(begun.value);
  redirect(localRoute(input.callbackUrl));
});

export const register = visitorAction({ schema: registerSchema.safeExtend(next) }, async (ctx, input) => {
  const address = clientAddress(await headers());
  const registered = await registerAccount(ctx, { ...input, inviteCode: await readInviteCookie(), address });
  if (!registered.ok) return registered;
  await forgetInvite();
  const begun = await beginSession(input);
  // The account exists all the same: an address that is throttled at this moment signs in later.
  if (!begun.ok) redirect('/sign-in');
  await adoptVisitorCart(begun.value);
  redirect(localRoute(input.callbackUrl));
});

export async function signOut(): Promise<void> {
  await endCurrentSession();
  redirect('/');
}
