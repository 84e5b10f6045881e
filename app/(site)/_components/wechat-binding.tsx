import { ChevronDown, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { BindingSteps } from '@/components/wechat/binding-steps';
import { LiveTicket } from '@/components/wechat/live-ticket';
import { OneScan } from '@/components/wechat/one-scan';
import { QrCode } from '@/components/wechat/qr-code';
import type { Viewer } from '@/lib/auth/viewer';
import type { Binding } from '@/lib/data/wechat';
import { followQr } from '@/lib/services/wechat/follow-qr';
import { type OpenedTicket, openTicket } from '@/lib/services/wechat/open-ticket';
import { ticketQr } from '@/lib/services/wechat/ticket-qr';
import { viewerCtx } from '@/lib/viewer-ctx';
import { renewQr } from '../account/wechat/actions';

interface WechatBindingProps {
  viewer: Viewer;
  binding: Binding;
  /** The page this is on. */
  from: string;
}

const PROBLEMS = {
  refused: '刚才的扫码在手机上被取消了。可以重新扫码。',
  taken: '刚才扫码的微信已经绑定了其他账号，请先在那个账号里解除绑定，或者换一个微信。',
} as const;

/** How an account without WeChat gets one. Every time it is shown, it opens a ticket, unless one is on a phone just now. */
export async function WechatBinding({ viewer, binding: { ticket }, from }: WechatBindingProps) {
  if (ticket?.status === 'scanned') {
    return (
      <Panel>
        <LiveTicket key={ticket.id} ticketId={ticket.id} initial={ticket} from={from} renew={renewQr} />
      </Panel>
    );
  }
  const ctx = await viewerCtx(viewer);
  const opened = await openTicket(ctx);
  const [followUrl, oneScanUrl] = await Promise.all([followQr(ctx), ticketQr(ctx, opened)]);
  const twoSteps = <TwoSteps followUrl={followUrl} opened={opened} />;
  return (
    <div className="grid gap-4">
      {(ticket?.status === 'refused' || ticket?.status === 'taken') && (
        <Alert tone="warning">{PROBLEMS[ticket.status]}</Alert>
      )}
      <Panel>
        <LiveTicket
          key={opened.id}
          ticketId={opened.id}
          initial={{ status: 'waiting', nickname: null }}
          from={from}
          renew={renewQr}
        >
          {oneScanUrl === null ? (
            twoSteps
          ) : (
            <OneScan url={oneScanUrl}>
              <Folded>{twoSteps}</Folded>
            </OneScan>
          )}
        </LiveTicket>
      </Panel>
    </div>
  );
}

const Panel = ({ children }: { children: ReactNode }) => (
  <div className="rounded-lg border bg-card p-4 shadow-card sm:p-6">{children}</div>
);

function Folded({ children }: { children: ReactNode }) {
  return (
    <details className="group w-full border-t pt-1 text-start">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-center gap-2 font-medium text-link text-sm [&::-webkit-details-marker]:hidden">
        扫不了？分两步绑定
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}

function TwoSteps({ followUrl, opened }: { followUrl: string | null; opened: OpenedTicket }) {
  return (
    <BindingSteps followUrl={followUrl}>
      <QrCode text={opened.url} label="绑定账号的二维码，10 分钟内有效" />
      <Button asChild variant="secondary" size="sm" className="sm:hidden">
        <a href={opened.url} rel="noreferrer">
          <Smartphone aria-hidden className="size-4" />
          正在微信里浏览？直接绑定
        </a>
      </Button>
    </BindingSteps>
  );
}
