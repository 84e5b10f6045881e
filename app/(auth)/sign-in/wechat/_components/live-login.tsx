'use client';

import { type ReactNode, useActionState, useEffect } from 'react';
import { useLoginNews } from '@/components/queries/ticket';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { TicketState } from '@/components/wechat/ticket-state';
import { IDLE } from '@/lib/action-state';
import type { TicketNews } from '@/lib/domain/wechat-ticket';
import { startWechatSignIn } from '../../../wechat-actions';

interface LiveLoginProps {
  /** What was known when the page was made. */
  initial: TicketNews;
  callbackUrl: string;
  /** The QR. */
  children: ReactNode;
}

const DONE = '/sign-in/wechat/done';

/** The QR of a sign-in with what becomes of it. Without JavaScript a link goes on once the phone has confirmed. */
export function LiveLogin({ initial, callbackUrl, children }: LiveLoginProps) {
  const { data: news, isError } = useLoginNews(initial);
  const isConfirmed = news.status === 'confirmed';
  useEffect(() => {
    if (isConfirmed) window.location.assign(DONE);
  }, [isConfirmed]);
  return (
    <div className="grid justify-items-center gap-4 text-center">
      {news.status === 'waiting' && children}
      <TicketState news={news} purpose="login" isError={isError} />
      {isConfirmed ? (
        <Button asChild>
          <a href={DONE}>继续</a>
        </Button>
      ) : (
        <noscript>
          <a href={DONE} className="inline-flex min-h-11 items-center text-link underline">
            已在手机上确认，继续登录
          </a>
        </noscript>
      )}
      {!isConfirmed && <RenewForm callbackUrl={callbackUrl} isQuiet={news.status === 'waiting'} />}
    </div>
  );
}

function RenewForm({ callbackUrl, isQuiet }: { callbackUrl: string; isQuiet: boolean }) {
  const [state, action] = useActionState(startWechatSignIn, IDLE);
  return (
    <form action={action} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <SubmitButton variant={isQuiet ? 'link' : 'secondary'} size="sm">
        换一个二维码
      </SubmitButton>
    </form>
  );
}
