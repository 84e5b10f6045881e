import { LoaderCircle, LogIn } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StepBar } from '@/components/ui/step-bar';
import { getViewer } from '@/lib/auth/viewer';
import { createCtx } from '@/lib/context';
import { findPayOrder } from '@/lib/data/payment';
import { isOrderNumber } from '@/lib/domain/order-number';
import { requestLog } from '@/lib/request-log';
import { refreshOrder } from '@/lib/services/payment/refresh-order';
import { LiveStatus } from '../_components/live-status';

export const metadata: Metadata = { title: '支付结果', robots: { index: false } };

/**
 * Where Alipay sends the buyer back. What the address claims is not read: the gateway is asked. A phone may come back
 * in another browser, without a session; then the order is settled all the same, and shown to nobody.
 */
export default async function ReturnPage({ params }: PageProps<'/pay/[orderNo]/return'>) {
  const { orderNo } = await params;
  if (!isOrderNumber(orderNo)) notFound();
  await refreshOrder(createCtx({ kind: 'system' }, await requestLog()), { orderNo });
  const viewer = await getViewer();
  if (!viewer) return <SignInFirst orderNo={orderNo} />;

  const found = await findPayOrder(viewer, orderNo);
  if (!found) notFound();
  if (found.status === 'paid') redirect(`/enrol/${orderNo}`);
  if (found.status !== 'pending') redirect(`/pay/${orderNo}`);
  return (
    <Frame>
      <LoaderCircle aria-hidden className="size-16 animate-spin text-primary-ink motion-reduce:animate-none" />
      <h1 className="font-bold text-2xl sm:text-3xl">正在确认支付结果</h1>
      <p className="max-w-md text-muted-foreground">
        支付宝还没有告诉我们收到这笔付款。已经付过的话，通常几秒内就有结果，本页会自动前往报名表。
      </p>
      <LiveStatus
        orderNo={orderNo}
        expiresAt={found.expiresAt.getTime()}
        now={found.now.getTime()}
        hasCountdown={false}
      />
      <div className="flex flex-wrap justify-center gap-3">
        <Button asChild size="lg">
          <Link href={`/pay/${orderNo}`}>回到支付页</Link>
        </Button>
        <Button asChild size="lg" variant="secondary">
          {/* A plain address, not a client-side jump: the page is to be asked for again, without JavaScript too. */}
          <a href={`/pay/${orderNo}/return`}>刷新结果</a>
        </Button>
      </div>
    </Frame>
  );
}

function SignInFirst({ orderNo }: { orderNo: string }) {
  const back = encodeURIComponent(`/pay/${orderNo}`);
  return (
    <Frame>
      <LogIn aria-hidden className="size-16 text-primary-ink" strokeWidth={1.5} />
      <h1 className="font-bold text-2xl sm:text-3xl">登录后查看支付结果</h1>
      <p className="max-w-md text-muted-foreground">
        这个浏览器里没有登录。付款不受影响：登录后，或回到下单的浏览器，就能看到结果。
      </p>
      <Button asChild size="lg">
        <Link href={`/sign-in?callbackUrl=${back}`}>去登录</Link>
      </Button>
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <div className="container-page grid gap-6 pt-6 pb-12 sm:pt-8">
      <div className="max-w-2xl">
        <StepBar current="pay" />
      </div>
      <Card className="grid justify-items-center gap-4 py-10 text-center sm:py-14">{children}</Card>
    </div>
  );
}
