'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { visitorAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { askResetSchema, resetPasswordSchema, usernameSchema } from '@/lib/domain/credentials';
import { askResetCode } from '@/lib/services/account/ask-reset-code';
import { resetPassword as resetForgotten } from '@/lib/services/account/reset-password';

/** Leads on to the code whatever the name: which accounts exist, and which are bound, is nobody's business. */
export const askCode = visitorAction({ schema: askResetSchema }, async (ctx, { username }) => {
  const asked = await askResetCode(ctx, { username, address: clientAddress(await headers()) });
  if (!asked.ok) return asked;
  // People type passwords into the field of the name: what cannot be one gets into no address.
  const name = usernameSchema.safeParse(username).data;
  redirect(name === undefined ? '/forgot-password/code' : `/forgot-password/code?username=${name}`);
});

export const resetPassword = visitorAction({ schema: resetPasswordSchema }, async (ctx, input) => {
  const reset = await resetForgotten(ctx, { ...input, address: clientAddress(await headers()) });
  if (!reset.ok) return reset;
  redirect('/sign-in?reset=done');
});
