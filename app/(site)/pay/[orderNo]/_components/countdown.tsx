'use client';

import { useEffect, useState } from 'react';
import { formatCountdown } from '@/lib/domain/pay-status';

interface CountdownProps {
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  /** The server's clock when the page was rendered. */
  now: number;
  /** Server minus device, once it was heard. */
  clockOffset: number | undefined;
}

/** Minutes and seconds to the end, by the server's clock: a wrong clock on the device changes nothing. */
export function Countdown({ expiresAt, now, clockOffset }: CountdownProps) {
  const [leftMs, setLeftMs] = useState(expiresAt - now);
  useEffect(() => {
    const offset = clockOffset ?? now - Date.now();
    const tick = () => setLeftMs(expiresAt - (Date.now() + offset));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [expiresAt, now, clockOffset]);
  return (
    <span role="timer" aria-label="剩余支付时间" className="font-bold text-4xl tabular-nums sm:text-5xl">
      {formatCountdown(leftMs)}
    </span>
  );
}
