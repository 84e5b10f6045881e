import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { OrderStatus } from '@/lib/domain/states';

interface NextStepProps {
  orderNo: string;
  status: OrderStatus;
  isEnrolled: boolean;
  className?: string;
}

/** The one thing to do next with an order; nothing once it has ended. */
export function NextStep({ orderNo, status, isEnrolled, className }: NextStepProps) {
  if (status === 'pending') {
    return (
      <Button asChild className={className}>
        <Link href={`/pay/${orderNo}`}>去支付</Link>
      </Button>
    );
  }
  if (status !== 'paid' && status !== 'partially_refunded') return null;
  return (
    <Button asChild className={className}>
      {isEnrolled ? <Link href="/learn">去学习</Link> : <Link href={`/enrol/${orderNo}`}>填写报名表</Link>}
    </Button>
  );
}
