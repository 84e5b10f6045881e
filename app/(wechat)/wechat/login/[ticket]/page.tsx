import { CircleCheck, CircleSlash } from 'lucide-react';
import type { Metadata } from 'next';
import { readBindingSecret } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import { ticketIdOf } from '@/lib/domain/ticket-id';
import { requestLog } from '@/lib/request-log';
import { findByConfirm, type LoginTicket } from '@/lib/services/wechat/find-ticket';
import { whoSignsIn } from '@/lib/services/wechat/who-signs-in';
import { PhoneNotice } from '../../../_components/phone-notice';
import { ScanProblem } from '../../../_components/scan-problem';
import { ConfirmLogin } from './_components/confirm-login';

export const metadata: Metadata = { title: '登录确认' };

/** Where the phone that scanned a sign-in answers, and sees what came of it; for any other phone the QR is used up. */
export default async function LoginPage({ params }: PageProps<'/wechat/login/[ticket]'>) {
  const ticketId = ticketIdOf((await params).ticket);
  const confirm = await readBindingSecret();
  const ctx = createCtx({ kind: 'visitor' }, await requestLog());
  const ticket = ticketId === null || confirm === null ? null : await findByConfirm(ctx, { ticketId, confirm });
  if (ticket?.purpose !== 'login' || ticket.wechatUserId === null) return <ScanProblem problem="used" />;
  return <OwnTicket ticket={ticket} username={await whoSignsIn(ctx, ticket.wechatUserId)} />;
}

function OwnTicket({ ticket, username }: { ticket: LoginTicket; username: string | null }) {
  switch (ticket.status) {
    case 'scanned':
      if (ticket.isExpired) return <ScanProblem problem="expired" />;
      return <ConfirmLogin ticketId={ticket.id} username={username} nickname={ticket.nickname ?? ''} />;
    case 'confirmed':
    case 'used':
      return (
        <PhoneNotice icon={CircleCheck} tone="success" title="已确认登录">
          <p>电脑上的网页会自动登录。现在可以关闭本页。</p>
        </PhoneNotice>
      );
    case 'refused':
      return (
        <PhoneNotice icon={CircleSlash} tone="warning" title="已取消登录">
          <p>电脑上没有登录。可以关闭本页。</p>
        </PhoneNotice>
      );
    default:
      return <ScanProblem problem="expired" />;
  }
}
