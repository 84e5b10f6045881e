'use client';

import { CircleAlert, CircleCheck, LoaderCircle, ScanLine } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useActionState, useEffect } from 'react';
import { useTicketNews } from '@/components/queries/ticket';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
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
      <div aria-live="polite" className="grid justify-items-center gap-2">
        <NewsText news={news} />
        {isError && <p className="text-muted-foreground text-sm">暂时无法获取扫码状态，正在重试…</p>}
      </div>
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

function NewsText({ news }: { news: TicketNews }) {
  const { icon: Icon, tone, text, isTurning } = NEWS[news.status];
  const said =
    news.status === 'scanned' && news.nickname ? `「${news.nickname}」已扫码，请在手机上点「确认绑定」` : text;
  if (news.status === 'waiting') return <p className="text-muted-foreground text-sm">{said}</p>;
  return (
    <>
      <Icon aria-hidden className={`size-12 ${tone} ${isTurning ? 'animate-spin motion-reduce:animate-none' : ''}`} />
      <p className="max-w-72 font-medium">{said}</p>
    </>
  );
}

const BAD = { icon: CircleAlert, tone: 'text-danger-ink', isTurning: false } as const;
const NEWS = {
  waiting: { icon: ScanLine, tone: '', isTurning: false, text: '等待扫码，二维码 10 分钟内有效' },
  scanned: { icon: LoaderCircle, tone: 'text-primary-ink', isTurning: true, text: '已扫码，请在手机上点「确认绑定」' },
  confirmed: { icon: LoaderCircle, tone: 'text-primary-ink', isTurning: true, text: '已确认，正在登录…' },
  used: { icon: CircleCheck, tone: 'text-success-ink', isTurning: false, text: '已登录' },
  bound: { icon: CircleCheck, tone: 'text-success-ink', isTurning: false, text: '绑定成功' },
  refused: { ...BAD, text: '手机上取消了绑定' },
  taken: { ...BAD, text: '没有绑定：这个微信已绑定其他账号，或者你的账号刚刚绑定了别的微信' },
  replaced: { ...BAD, text: '这个二维码已换新，请用最新的一个' },
  expired: { ...BAD, text: '二维码已过期' },
} as const;

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
