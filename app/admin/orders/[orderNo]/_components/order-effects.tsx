import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { PanelEmpty } from '@/components/admin/panel';
import { RefundStatusBadge } from '@/components/order/refund-status';
import { Badge } from '@/components/ui/badge';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import type { OrderForAdmin } from '@/lib/data/admin/order-detail';
import { couponPath } from '@/lib/domain/admin/coupon-search';
import { tracePath } from '@/lib/domain/admin/message-search';
import { refundPath } from '@/lib/domain/admin/refund-search';
import { BELI_ENTRY_LABELS, signedBeli } from '@/lib/domain/beli';
import { reasonWords } from '@/lib/domain/message-reason';
import { backWords } from '@/lib/domain/order-timeline';
import { REFUND_KIND_LABELS, REFUND_SOURCE_LABELS } from '@/lib/domain/refund-kinds';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { COUPON_RECORD_STATUS_LABELS } from '@/lib/domain/states';

type Row<K extends 'refunds' | 'coupons' | 'entries' | 'messages'> = OrderForAdmin[K][number];

const TIME = 'whitespace-nowrap tabular-nums text-muted-foreground';

const REFUNDS: readonly Column<Row<'refunds'>>[] = [
  {
    header: '退款单',
    cell: ({ id, kind, source, reason }) => (
      <>
        <Link href={refundPath(id)} prefetch={false} className="text-link hover:underline">
          {REFUND_KIND_LABELS[kind]} #{id}
        </Link>
        <p className="text-muted-foreground text-xs">
          {REFUND_SOURCE_LABELS[source]}：{reason}
        </p>
      </>
    ),
  },
  { header: '状态', cell: ({ status }) => <RefundStatusBadge status={status} /> },
  { header: '金额', cell: (refund) => backWords(refund), numeric: true },
  { header: '时间', cell: ({ createdAt }) => shanghaiSecond(createdAt), from: 'md', className: TIME },
];

export function OrderRefunds({ refunds }: { refunds: readonly Row<'refunds'>[] }) {
  if (refunds.length === 0) return <PanelEmpty>没有退款。</PanelEmpty>;
  return <DataTable label="退款" columns={REFUNDS} rows={refunds} keyOf={({ id }) => id} />;
}

const COUPONS: readonly Column<Row<'coupons'>>[] = [
  {
    header: '优惠券',
    cell: ({ familyId, name, number }) => (
      <>
        <Link href={couponPath(familyId)} prefetch={false} className="text-link hover:underline">
          {name}
        </Link>
        <p className="text-muted-foreground text-xs tabular-nums">{number}</p>
      </>
    ),
  },
  { header: '现在', cell: ({ status }) => <Badge>{COUPON_RECORD_STATUS_LABELS[status]}</Badge> },
  { header: '可用到', cell: ({ validUntil }) => validUntil, from: 'sm', className: TIME },
];

export function OrderCoupons({ coupons }: { coupons: readonly Row<'coupons'>[] }) {
  if (coupons.length === 0) return <PanelEmpty>没有用优惠券。</PanelEmpty>;
  return <DataTable label="用到的优惠券" columns={COUPONS} rows={coupons} keyOf={({ id }) => id} />;
}

const ENTRIES: readonly Column<Row<'entries'>>[] = [
  {
    header: '变动',
    cell: ({ kind, note }) => (
      <>
        {BELI_ENTRY_LABELS[kind]}
        {note !== '' && <p className="text-muted-foreground text-xs">{note}</p>}
      </>
    ),
  },
  { header: '余额', cell: ({ delta }) => (delta === 0 ? '—' : signedBeli(delta)), numeric: true },
  { header: '冻结', cell: ({ heldDelta }) => (heldDelta === 0 ? '—' : signedBeli(heldDelta)), numeric: true },
  { header: '时间', cell: ({ createdAt }) => shanghaiSecond(createdAt), from: 'sm', className: TIME },
];

export function OrderBeli({ entries }: { entries: readonly Row<'entries'>[] }) {
  if (entries.length === 0) return <PanelEmpty>没有用贝里。</PanelEmpty>;
  return <DataTable label="贝里变动" columns={ENTRIES} rows={entries} keyOf={({ id }) => id} />;
}

const MESSAGES: readonly Column<Row<'messages'>>[] = [
  {
    header: '消息',
    cell: ({ id, title, reason }) => (
      <>
        <Link href={tracePath(id)} prefetch={false} className="text-link hover:underline">
          {title}
        </Link>
        {reason !== null && <p className="text-muted-foreground text-xs">{reasonWords(reason)}</p>}
      </>
    ),
  },
  { header: '状态', cell: ({ status }) => <MessageStatusBadge status={status} /> },
  { header: '时间', cell: ({ createdAt }) => shanghaiSecond(createdAt), from: 'sm', className: TIME },
];

export function OrderMessages({ messages }: { messages: readonly Row<'messages'>[] }) {
  if (messages.length === 0) return <PanelEmpty>没有发过消息。</PanelEmpty>;
  return <DataTable label="发给学员的消息" columns={MESSAGES} rows={messages} keyOf={({ id }) => id} />;
}
