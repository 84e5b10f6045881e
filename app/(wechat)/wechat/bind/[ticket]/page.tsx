import { CircleCheck, CircleSlash } from 'lucide-react';
import type { Metadata } from 'next';
import { readBindingSecret } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import { ticketIdOf } from '@/lib/domain/ticket-id';
import { requestLog } from '@/lib/request-log';
import { type BindTicket, findByConfirm } from '@/lib/services/wechat/find-ticket';
import { PhoneNotice } from '../../../_components/phone-notice';
import { ScanProblem } from '../../../_components/scan-problem';
import { ConfirmBinding } from './_components/confirm-binding';

export const metadata: Metadata = { title: '绑定微信' };

/** Where the phone that scanned answers, and sees what came of it; for any other phone the QR is used up. */
export default async function BindPage({ params }: PageProps<'/wechat/bind/[ticket]'>) {
  const ticketId = ticketIdOf((await params).ticket);
  const confirm = await readBindingSecret();
  const ctx = createCtx({ kind: 'visitor' }, await requestLog());
  const ticket = ticketId === null || confirm === null ? null : await findByConfirm(ctx, { ticketId, confirm });
  return ticket?.purpose === 'bind' ? <OwnTicket ticket={ticket} /> : <ScanProblem problem="used" />;
}

function OwnTicket({ ticket }: { ticket: BindTicket }) {
  switch (ticket.status) {
    case 'scanned':
      if (ticket.isExpired) return <ScanProblem problem="expired" />;
      return <ConfirmBinding ticketId={ticket.id} username={ticket.username} nickname={ticket.nickname ?? ''} />;
    case 'bound':
      return (
        <PhoneNotice icon={CircleCheck} tone="success" title="绑定成功">
          <p>学校的通知会发到这个微信。现在可以关闭本页，回到网页继续。</p>
          <p>还没有关注服务号的话，请先关注，不然收不到消息。</p>
        </PhoneNotice>
      );
    case 'refused':
      return (
        <PhoneNotice icon={CircleSlash} tone="warning" title="已取消绑定">
          <p>账号没有绑定这个微信。可以关闭本页。</p>
        </PhoneNotice>
      );
    case 'taken':
      return <ScanProblem problem="taken" />;
    case 'replaced':
      return <ScanProblem problem="expired" />;
    default:
      return <ScanProblem problem="used" />;
  }
}
