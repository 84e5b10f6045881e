import { Ticket } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redeem } from '@/app/(site)/coupons/actions';
import { RedeemForm } from '@/components/coupon/redeem-form';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findWalletPage } from '@/lib/data/coupons';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { readWalletQuery, WALLET_TAB_LABELS, WALLET_TABS, type WalletTab, walletPath } from '@/lib/domain/wallet-query';
import { AccountFrame } from '../_components/account-frame';
import { OwnedTicket } from './_components/owned-ticket';

export const metadata: Metadata = { title: '我的优惠券', robots: { index: false } };

export default async function MyCouponsPage({ searchParams }: PageProps<'/account/coupons'>) {
  const query = readWalletQuery(await searchParams);
  const viewer = await requireViewer(walletPath(query));
  const today = shanghaiDay(new Date());
  const { coupons, counts, pageCount } = await findWalletPage(database(), viewer.id, query, today);
  return (
    <AccountFrame current="/account/coupons" aside={<GetMore />}>
      <section className="grid min-w-0 gap-4">
        <h2 className="font-semibold text-lg">我的优惠券</h2>
        <TabLinks
          label="优惠券状态"
          tabs={WALLET_TABS.map((tab) => ({
            href: walletPath({ tab, page: 1 }),
            label: `${WALLET_TAB_LABELS[tab]} ${counts[tab]}`,
            current: tab === query.tab,
          }))}
          className="max-sm:[&_a]:px-2"
        />
        {coupons.length === 0 ? (
          <NoCoupons tab={query.tab} isFirstPage={query.page === 1} />
        ) : (
          <ul className="grid gap-4 xl:grid-cols-2">
            {coupons.map((coupon) => (
              <li key={coupon.id}>
                <OwnedTicket coupon={coupon} tab={query.tab} today={today} />
              </li>
            ))}
          </ul>
        )}
        <Pagination page={query.page} pageCount={pageCount} hrefOf={(page) => walletPath({ ...query, page })} />
      </section>
    </AccountFrame>
  );
}

function GetMore() {
  return (
    <div className="grid gap-6">
      <Card className="grid gap-3">
        <CardTitle className="mb-0">领券中心</CardTitle>
        <p className="text-muted-foreground text-sm">看看现在能领哪些券，领完为止。</p>
        <Button asChild className="justify-self-start">
          <Link href="/coupons">去领券</Link>
        </Button>
      </Card>
      <Card className="grid gap-3">
        <CardTitle className="mb-0">用兑换码兑换</CardTitle>
        <RedeemForm redeem={redeem} />
      </Card>
    </div>
  );
}

const NOTHING = {
  usable: { title: '没有可用的优惠券', text: '去领券中心领几张，结算时会自动用上最省的组合。' },
  locked: { title: '没有已锁定的优惠券', text: '下单后、付款前，用到的券会锁定在那张订单上。' },
  used: { title: '还没有用过优惠券', text: '付款成功的订单用掉的券会在这里。' },
  expired: { title: '没有过期的优惠券', text: '都还来得及用。' },
} as const satisfies Record<WalletTab, { title: string; text: string }>;

function NoCoupons({ tab, isFirstPage }: { tab: WalletTab; isFirstPage: boolean }) {
  const { title, text } = NOTHING[tab];
  return (
    <EmptyState
      icon={Ticket}
      title={isFirstPage ? title : '这一页没有优惠券'}
      action={
        <Button asChild variant="secondary">
          {isFirstPage ? (
            <Link href="/coupons">去领券中心</Link>
          ) : (
            <Link href={walletPath({ tab, page: 1 })}>回到第一页</Link>
          )}
        </Button>
      }
    >
      {isFirstPage && text}
    </EmptyState>
  );
}
