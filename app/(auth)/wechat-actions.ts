'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { visitorAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { localRoute } from '@/lib/auth/local-route';
import { setLoginCookie } from '@/lib/auth/login-cookie';
import { isWeChatBrowser } from '@/lib/domain/payment';
import { openLoginTicket } from '@/lib/services/wechat/open-login-ticket';

/** Begins to sign in by WeChat: inside it one goes there at once, elsewhere a QR is shown. */
export const startWechatSignIn = visitorAction(
  { schema: z.object({ callbackUrl: z.string().optional() }) },
  async (ctx, input) => {
    const asking = await headers();
    const opened = await openLoginTicket(ctx, { address: clientAddress(asking) });
    if (!opened.ok) return opened;
    const { browserSecret, url } = opened.value;
    await setLoginCookie({ secret: browserSecret, callbackUrl: localRoute(input.callbackUrl) });
    if (isWeChatBrowser(asking.get('user-agent') ?? '') && isWebAddress(url)) redirect(url);
    redirect('/sign-in/wechat');
  },
);

const isWebAddress = (url: string): url is `${'http' | 'https'}://${string}` => /^https?:\/\//.test(url);
