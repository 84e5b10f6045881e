'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useActionState, useEffect } from 'react';
import { useTicketNews } from '@/components/queries/ticket';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { TicketState } from '@/components/wechat/ticket-state';
import { type ActionState, IDLE } from '@/lib/action-state';
import type { TicketNews } from '@/lib/domain/wechat-ticket';

interface LiveTicketProps {
  ticketId: number;
  /** What was known of the ticket when the page was made. */
  initial: TicketNews;
  /** Where a new QR is shown, a path of this site. */
  from: string;
  /** Ends the open tickets and leads to `from`. */
  renew: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** The QR; absent once it has been scanned. */
  children?: ReactNode;
}

/** The binding QR with what becomes of it. Without JavaScript, loading the page again tells the same. */
export function LiveTicket({ ticketId, initial, from, renew, children }: LiveTicketProps) {
  const router = useRouter();
  const { data: news, isError } = useTicketNews(ticketId, initial);
  const isBound = news.status === 'bound';
  useEffect(() => {
    if (!isBound) return;
    void toast.success('微信绑定成功');
    router.refresh();
  }, [isBound, router]);

  return (
    <div className="grid justify-items-center gap-3 text-center">
      {children && news.status === 'waiting' && children}
      <TicketState news={news} purpose="bind" isError={isError} />
      <noscript>
        <p className="text-muted-foreground text-sm">在手机上操作后，请刷新本页查看结果。</p>
      </noscript>
      {news.status === 'scanned' && (
        <p className="text-muted-foreground text-sm">不是你扫的？换一个二维码，之前的立刻作废。</p>
      )}
      {!isBound && <RenewForm from={from} renew={renew} isQuiet={news.status === 'waiting'} />}
    </div>
  );
}

function RenewForm({ from, renew, isQuiet }: Pick<LiveTicketProps, 'from' | 'renew'> & { isQuiet: boolean }) {
  const [, action] = useActionState(renew, IDLE);
  return (
    <form action={action}>
      <input type="hidden" name="from" value={from} />
      <SubmitButton variant={isQuiet ? 'link' : 'secondary'} size="sm">
        换一个二维码
      </SubmitButton>
    </form>
  );
}
