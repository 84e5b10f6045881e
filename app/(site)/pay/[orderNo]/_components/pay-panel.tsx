'use client';

import { QrCode } from 'lucide-react';
import { useActionState } from 'react';
import { CancelOrder } from '@/components/order/cancel-order';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Price } from '@/components/ui/price';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { LiveStatus } from './live-status';

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface PayPanelProps {
  /**
   * Bound to the order by the server's page: bound here, at every rendering anew, an answer that stays on the page would
   * never end without JavaScript.
   */
  actions: Readonly<Record<'pay' | 'payByQr' | 'confirm' | 'cancel', FormAction>>;
  orderNo: string;
  cashFen: number;
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  now: number;
  isInWeChat: boolean;
  /** Whether a QR code on this screen could be scanned by a phone. */
  canScan: boolean;
  /** The cashier's QR code, once it is asked for. */
  qrUrl: string | null;
}

/** An order that waits for its money. */
export function PayPanel({ actions, orderNo, cashFen, expiresAt, now, ...props }: PayPanelProps) {
  const { isInWeChat, canScan, qrUrl } = props;
  const [payState, payAction] = useActionState(actions.pay, IDLE);
  const [qrState, qrAction] = useActionState(actions.payByQr, IDLE);
  const [confirmState, confirmAction] = useActionState(actions.confirm, IDLE);
  const isOver = expiresAt <= now;
  const payForm = (
    <form action={payAction}>
      <SubmitButton size="lg" variant={isInWeChat ? 'secondary' : 'primary'} className="w-full" disabled={isOver}>
        去支付
      </SubmitButton>
    </form>
  );
  return (
    <Card className="grid gap-6">
      <div className="grid justify-items-center gap-2 text-center">
        <h1 className="font-semibold text-lg">{isOver ? '支付时间已过，订单正在关闭' : '等待支付'}</h1>
        <p className="sr-only">应付金额</p>
        <Price fen={cashFen} size="xl" className="text-primary-ink" />
        <p className="text-muted-foreground text-sm">支付方式：支付宝</p>
      </div>
      {isInWeChat && (
        <Alert tone="warning" title="微信里打不开支付宝">
          请点右上角「···」，选择「在浏览器打开」，再继续支付。
        </Alert>
      )}
      {qrUrl && !isOver && <QrFrame src={qrUrl} />}
      <LiveStatus orderNo={orderNo} expiresAt={expiresAt} now={now} />
      <FormMessage state={payState} />
      <FormMessage state={qrState} />
      <FormMessage state={confirmState} />
      <div className="mx-auto grid w-full max-w-sm gap-3">
        <div className="hidden lg:block">{payForm}</div>
        {canScan && !qrUrl && (
          <form action={qrAction}>
            <SubmitButton size="lg" variant="secondary" className="w-full" disabled={isOver}>
              <QrCode aria-hidden className="size-5" />
              扫码支付
            </SubmitButton>
          </form>
        )}
        <form action={confirmAction}>
          <SubmitButton size="lg" variant="secondary" className="w-full">
            我已支付
          </SubmitButton>
        </form>
        <CancelOrder action={actions.cancel} />
      </div>
      <StickyTotalBar total={<Total cashFen={cashFen} />} action={payForm} />
    </Card>
  );
}

/** Alipay's own page, which shows nothing but the code. */
const QrFrame = ({ src }: { src: string }) => (
  <figure className="grid justify-items-center gap-2">
    <iframe
      src={src}
      // Another origin than ours, with scripts and cookies of its own; it may not lead our page elsewhere.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
      title="支付宝付款二维码"
      width={220}
      height={220}
      className="rounded-md border bg-white p-2 [color-scheme:light]"
    />
    <figcaption className="text-muted-foreground text-sm">打开手机支付宝，扫一扫付款</figcaption>
  </figure>
);

const Total = ({ cashFen }: { cashFen: number }) => (
  <p className="flex items-baseline gap-2">
    <span className="text-muted-foreground text-sm">应付</span>
    <Price fen={cashFen} size="lg" className="text-primary-ink" />
  </p>
);
