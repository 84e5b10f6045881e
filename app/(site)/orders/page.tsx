import { PackageSearch, ReceiptText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findOrders } from '@/lib/data/orders';
import { ORDER_TAB_LABELS, ORDER_TABS, type OrderQuery, ordersPath, readOrderQuery } from '@/lib/domain/order-query';
import { OrderCard } from './_components/order-card';
import { OrderSearch } from './_components/order-search';

export const metadata: Metadata = { title: '我的订单', robots: { index: false } };

export default async function OrdersPage({ searchParams }: PageProps<'/orders'>) {
  const query = readOrderQuery(await searchParams);
  const viewer = await requireViewer(ordersPath(query));
  const { orders, pageCount, counts } = await findOrders(database(), viewer.id, query);
  const now = new Date();
  return (
    <div className="container-page pb-16">
      <PageHeader title="我的订单" actions={<OrderSearch query={query} />} />
      <TabLinks
        label="订单状态"
        tabs={ORDER_TABS.map((status) => ({
          href: ordersPath({ ...query, status, page: 1 }),
          label: <TabLabel name={ORDER_TAB_LABELS[status]} count={counts[status]} />,
          current: status === query.status,
        }))}
        className="mb-6"
      />
      {orders.length === 0 ? (
        <NoOrders query={query} />
      ) : (
        <ul className="mb-8 grid gap-4">
          {orders.map((order) => (
            <OrderCard key={order.orderNo} order={order} now={now} />
          ))}
        </ul>
      )}
      <Pagination page={query.page} pageCount={pageCount} hrefOf={(page) => ordersPath({ ...query, page })} />
    </div>
  );
}

const TabLabel = ({ name, count }: { name: string; count: number }) => (
  <>
    {name}
    <span className="ml-1.5 text-muted-foreground text-sm tabular-nums">{count}</span>
  </>
);

function NoOrders({ query }: { query: OrderQuery }) {
  if (query.q === '' && query.status === 'all' && query.page === 1) {
    return (
      <EmptyState
        icon={ReceiptText}
        title="还没有订单"
        action={
          <Button asChild>
            <Link href="/courses">去选课程</Link>
          </Button>
        }
      >
        买下的每一门课程，都能在这里找到它的订单。
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={PackageSearch}
      title="没有符合条件的订单"
      action={
        <Button asChild variant="secondary">
          <Link href="/orders">查看全部订单</Link>
        </Button>
      }
    >
      换一个状态，或者换一个关键词试试。
    </EmptyState>
  );
}
