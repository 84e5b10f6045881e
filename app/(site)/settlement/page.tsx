import { ClockAlert, ShoppingCart } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { StepBar } from '@/components/ui/step-bar';
import { requireViewer } from '@/lib/auth/guards';
import { database, solver } from '@/lib/context';
import { findOpenSettlement, findPendingOrder } from '@/lib/data/settlement';
import { SettlementDesk } from './_components/settlement-desk';

export const metadata: Metadata = { title: '结算', robots: { index: false } };

export default async function SettlementPage() {
  const viewer = await requireViewer('/settlement');
  const now = new Date();
  const open = await findOpenSettlement(database(), solver(), viewer.id, now);
  const pending = open ? null : await findPendingOrder(database(), viewer.id, now);
  if (!open && !pending) redirect('/cart');
  return (
    <div className="container-page pb-12">
      <PageHeader
        title="结算"
        above={
          <div className="mb-4 max-w-2xl">
            <StepBar current="settlement" />
          </div>
        }
      />
      {open && (
        <SettlementDesk settlement={open}>
          <NothingLeft />
        </SettlementDesk>
      )}
      {pending && <OrderWaiting orderNo={pending.orderNo} />}
    </div>
  );
}

function NothingLeft() {
  return (
    <EmptyState
      icon={ShoppingCart}
      title="这次结算里已没有课程"
      action={
        <Button asChild>
          <Link href="/cart">回购物车重新选择</Link>
        </Button>
      }
    >
      移出结算的课程仍在购物车里。
    </EmptyState>
  );
}

function OrderWaiting({ orderNo }: { orderNo: string }) {
  return (
    <EmptyState
      icon={ClockAlert}
      title="这次结算已提交为订单"
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <Button asChild>
            <Link href={`/pay/${orderNo}`}>去支付</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/cart">回购物车</Link>
          </Button>
        </div>
      }
    >
      订单 {orderNo} 正在等待支付，不会重复扣款。
    </EmptyState>
  );
}
