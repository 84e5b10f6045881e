'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { formatCountdown } from '@/lib/domain/pay-status';

interface TimeLeftProps {
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  /** The server's clock when the page was rendered: a wrong clock on the device changes nothing. */
  now: number;
}

/** What is left of the time to pay; the page is asked for again once it is over. */
export function TimeLeft({ expiresAt, now }: TimeLeftProps) {
  const router = useRouter();
  const [leftMs, setLeftMs] = useState(expiresAt - now);
  useEffect(() => {
    const startedAt = Date.now();
    const timer = setInterval(() => setLeftMs(expiresAt - now - (Date.now() - startedAt)), 500);
    return () => clearInterval(timer);
  }, [expiresAt, now]);
  const isOver = leftMs <= 0;
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => router.refresh(), 3000);
    return () => clearTimeout(timer);
  }, [isOver, router]);
  return (
    <p className="rounded-md bg-primary-soft px-4 py-2.5 text-primary-ink">
      {isOver ? (
        '支付时间已过，订单正在关闭'
      ) : (
        <>
          剩余支付时间{' '}
          <span role="timer" className="font-semibold tabular-nums">
            {formatCountdown(leftMs)}
          </span>
        </>
      )}
    </p>
  );
}
