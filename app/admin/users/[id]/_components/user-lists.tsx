import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { OrderLink } from '@/components/admin/order-link';
import { PanelEmpty } from '@/components/admin/panel';
import { OrderStatusBadge } from '@/components/order/order-status';
import { Badge } from '@/components/ui/badge';
import type { UserForAdmin } from '@/lib/data/admin/user-detail';
import { tracePath } from '@/lib/domain/admin/message-search';
import { BELI_ENTRY_LABELS, signedBeli } from '@/lib/domain/beli';
import type { HoldingState } from '@/lib/domain/course-access';
import { MESSAGE_STATUS_LABELS } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiDay, shanghaiMinute } from '@/lib/domain/shanghai-day';

type Row<K extends 'orders' | 'enrolments' | 'messages' | 'entries'> = UserForAdmin[K][number];

const TIME = 'whitespace-nowrap tabular-nums text-muted-foreground';

const ORDERS: readonly Column<Row<'orders'>>[] = [
  {
    header: '订单号',
    cell: ({ orderNo, status, placedAt }) => (
      <OrderLink orderNo={orderNo} status={status} detail={shanghaiDay(placedAt)} />
    ),
  },
  { header: '状态', cell: ({ status }) => <OrderStatusBadge status={status} />, from: 'sm' },
  { header: '实付', cell: ({ cashFen }) => formatYuan(cashFen), numeric: true },
  { header: '课程', cell: ({ courses }) => courses.join('、'), from: 'md' },
  { header: '下单时间', cell: ({ placedAt }) => shanghaiMinute(placedAt), from: 'sm', className: TIME },
];

export function UserOrders({ orders }: { orders: readonly Row<'orders'>[] }) {
  if (orders.length === 0) return <PanelEmpty>没有订单。</PanelEmpty>;
  return <DataTable label="最近的订单" columns={ORDERS} rows={orders} keyOf={({ orderNo }) => orderNo} />;
}

const STATES = {
  open: { label: '学习中', tone: 'success' },
  form: { label: '等待报名表', tone: 'gold' },
  not_started: { label: '还没有开始', tone: 'info' },
  ended: { label: '已到期', tone: 'neutral' },
  none: { label: '已收回', tone: 'danger' },
} as const satisfies Record<HoldingState, object>;

const ENROLMENTS: readonly Column<Row<'enrolments'>>[] = [
  { header: '课程', cell: ({ name }) => name },
  { header: '状态', cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].label}</Badge> },
  { header: '学习到', cell: ({ until }) => until ?? '—', className: TIME },
];

export function UserEnrolments({ enrolments }: { enrolments: readonly Row<'enrolments'>[] }) {
  if (enrolments.length === 0) return <PanelEmpty>没有报名课程。</PanelEmpty>;
  return <DataTable label="报名的课程" columns={ENROLMENTS} rows={enrolments} keyOf={({ productId }) => productId} />;
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
  { header: '状态', cell: ({ status }) => MESSAGE_STATUS_LABELS[status], className: 'whitespace-nowrap' },
  { header: '时间', cell: ({ createdAt }) => shanghaiMinute(createdAt), from: 'sm', className: TIME },
];

export function UserMessages({ messages }: { messages: readonly Row<'messages'>[] }) {
  if (messages.length === 0) return <PanelEmpty>没有发过消息。</PanelEmpty>;
  return <DataTable label="最近的消息" columns={MESSAGES} rows={messages} keyOf={({ id }) => id} />;
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
  { header: '变动后余额', cell: ({ balanceAfter }) => balanceAfter, numeric: true },
  { header: '时间', cell: ({ createdAt }) => shanghaiMinute(createdAt), from: 'sm', className: TIME },
];

export function UserBeliEntries({ entries }: { entries: readonly Row<'entries'>[] }) {
  if (entries.length === 0) return <PanelEmpty>没有贝里变动。</PanelEmpty>;
  return <DataTable label="最近的贝里变动" columns={ENTRIES} rows={entries} keyOf={({ id }) => id} />;
}
