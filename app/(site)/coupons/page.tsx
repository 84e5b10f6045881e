import { TicketPercent } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { RedeemForm } from '@/components/coupon/redeem-form';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { getViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { findCentreCoupons } from '@/lib/data/coupon-offers';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { centrePath, readCentrePage } from '@/lib/domain/wallet-query';
import { CouponCentre } from './_components/coupon-centre';
import { redeem } from './actions';

export const metadata: Metadata = { title: '领券中心', description: '领取课程与学位课的优惠券，或用兑换码兑换。' };

export default async function CouponsPage({ searchParams }: PageProps<'/coupons'>) {
  const [search, viewer] = await Promise.all([searchParams, getViewer()]);
  const page = readCentrePage(search);
  const today = shanghaiDay(new Date());
  const { coupons, pageCount } = await findCentreCoupons(database(), { accountId: viewer?.id ?? null, page, today });
  return (
    <div className="container-page pb-16">
      <PageHeader
        title="领券中心"
        description="先领券，再下单：结算时会自动用上最省的组合。"
        actions={
          <Button asChild variant="secondary">
            <Link href="/account/coupons">我的优惠券</Link>
          </Button>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-8">
          {coupons.length === 0 ? (
            <NoCoupons />
          ) : (
            <CouponCentre coupons={coupons} today={today} isVisitor={viewer === null} />
          )}
          <Pagination page={page} pageCount={pageCount} hrefOf={centrePath} />
        </div>
        <Card className="grid gap-3 max-lg:order-first lg:sticky lg:top-24">
          <CardTitle className="mb-0">用兑换码兑换</CardTitle>
          <p className="text-muted-foreground text-sm">活动、讲座或老师发给你的兑换码，在这里换成优惠券。</p>
          <RedeemForm redeem={redeem} />
        </Card>
      </div>
    </div>
  );
}

function NoCoupons() {
  return (
    <EmptyState
      icon={TicketPercent}
      title="现在没有可领的优惠券"
      action={
        <Button asChild>
          <Link href="/courses">去选课程</Link>
        </Button>
      }
    >
      新的优惠券会出现在这里。手上有兑换码，也可以在本页兑换。
    </EmptyState>
  );
}
