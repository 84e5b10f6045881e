'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { localRoute } from '@/lib/auth/local-route';
import { replaceTickets } from '@/lib/services/wechat/replace-tickets';
import { unbind as unbindOwn } from '@/lib/services/wechat/unbind';

/** Ends the open tickets, on whatever phone they are; the page that is led to shows a new QR. */
export const renewQr = accountAction(
  { schema: z.object({ from: z.string() }), from: '/account/wechat' },
  async (ctx, { from }) => {
    await replaceTickets(ctx);
    redirect(localRoute(from));
  },
);

export const unbind = accountAction({ schema: z.object({}), from: '/account/wechat' }, async (ctx) => {
  const unbound = await unbindOwn(ctx);
  if (unbound.ok) refresh();
  return unbound;
});
