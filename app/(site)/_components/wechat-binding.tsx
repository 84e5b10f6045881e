import { Smartphone } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { BindingSteps } from '@/components/wechat/binding-steps';
import { LiveTicket } from '@/components/wechat/live-ticket';
import { QrCode } from '@/components/wechat/qr-code';
import type { Viewer } from '@/lib/auth/viewer';
import type { Binding } from '@/lib/data/wechat';
import { followQr } from '@/lib/services/wechat/follow-qr';
import { openTicket } from '@/lib/services/wechat/open-ticket';
import { viewerCtx } from '@/lib/viewer-ctx';
import { renewQr } from '../account/wechat/actions';

interface WechatBindingProps {
  viewer: Viewer;
  binding: Binding;
  /** The page this is on. */
  from: string;
}

/** How an account without WeChat gets one. Every time it is shown, it opens a ticket, unless one is on a phone just now. */
export async function WechatBinding({ viewer, binding: { ticket }, from }: WechatBindingProps) {
  const ctx = await viewerCtx(viewer);
  const followUrl = await followQr(ctx);
  if (ticket?.status === 'scanned') {
    return (
      <BindingSteps followUrl={followUrl} lastProblem={null}>
        <LiveTicket key={ticket.id} ticketId={ticket.id} initial={ticket} from={from} renew={renewQr} />
      </BindingSteps>
    );
  }
  const lastProblem = ticket?.status === 'refused' || ticket?.status === 'taken' ? ticket.status : null;
  const opened = await openTicket(ctx);
  return (
    <BindingSteps followUrl={followUrl} lastProblem={lastProblem}>
      <LiveTicket
        key={opened.id}
        ticketId={opened.id}
        initial={{ status: 'waiting', nickname: null }}
        from={from}
        renew={renewQr}
      >
        <QrCode text={opened.url} label="绑定账号的二维码，10 分钟内有效" />
        <Button asChild variant="secondary" size="sm" className="sm:hidden">
          <a href={opened.url} rel="noreferrer">
            <Smartphone aria-hidden className="size-4" />
            正在微信里浏览？直接绑定
          </a>
        </Button>
      </LiveTicket>
    </BindingSteps>
  );
}
