'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { shanghaiTime } from '@/lib/domain/shanghai-day';
import { Countdown } from './countdown';
import { usePayStatus } from './use-pay-status';

interface LiveStatusProps {
  hasCountdown?: boolean;
  orderNo: string;
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  now: number;
}

/** The countdown and what is heard of the payment meanwhile; leaves for the 报名表 once it is paid. */
export function LiveStatus({ orderNo, expiresAt, now, hasCountdown = true }: LiveStatusProps) {
  const router = useRouter();
  const { data, isError } = usePayStatus(orderNo);
  const status = data?.status ?? 'pending';
  useEffect(() => {
    if (status === 'pending') return;
    if (status === 'paid') router.push(`/enrol/${orderNo}`);
    else router.refresh();
  }, [status, orderNo, router]);

  return (
    <div className="grid justify-items-center gap-2 text-center">
      {hasCountdown && (
        <>
          <div className="noscript:hidden">
            <Countdown expiresAt={expiresAt} now={now} clockOffset={data?.clockOffset} />
          </div>
          <p className="text-balance text-muted-foreground text-sm">
            请在北京时间 {shanghaiTime(new Date(expiresAt))} 前完成支付，超时自动取消
          </p>
        </>
      )}
      <p aria-live="polite" className="noscript:hidden text-sm">
        {isError ? '暂时无法获取支付状态，正在重试…' : LIVE_TEXT[status]}
      </p>
      <noscript>
        <p className="text-sm">付款后请刷新本页查看结果。</p>
      </noscript>
    </div>
  );
}

const LIVE_TEXT = {
  pending: '正在等待支付结果…',
  paid: '支付成功，正在前往报名表…',
  partially_refunded: '订单状态已更新',
  refunded: '订单状态已更新',
  cancelled: '订单已取消',
  expired: '订单已超时取消',
} as const;
