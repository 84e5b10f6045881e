import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { OrderForAdmin } from '@/lib/data/admin/order-detail';
import { formatValidDays } from '@/lib/domain/catalogue';
import { productPath } from '@/lib/domain/learn-paths';
import { beliToFen, type Fen, formatYuan } from '@/lib/domain/money';
import { lastDay, shanghaiDay } from '@/lib/domain/shanghai-day';

type Line = OrderForAdmin['lines'][number];

const share = (amount: Fen) => (amount === 0 ? '—' : `−${formatYuan(amount)}`);

const COLUMNS: readonly Column<Line>[] = [
  {
    header: '课程',
    cell: ({ kind, slug, name, validDays }) => (
      <>
        <Link href={productPath(kind, slug)} prefetch={false} className="font-medium hover:underline">
          {name}
        </Link>
        <p className="text-muted-foreground text-xs">有效期 {formatValidDays(validDays)}</p>
      </>
    ),
    className: 'min-w-44',
  },
  { header: '原价', cell: ({ listFen }) => formatYuan(listFen), numeric: true },
  {
    header: '课程券',
    cell: ({ lineDiscountFen, couponName }) => (
      <>
        {share(lineDiscountFen)}
        {couponName && <p className="text-muted-foreground text-xs">{couponName}</p>}
      </>
    ),
    numeric: true,
  },
  { header: '全场券', cell: ({ orderDiscountFen }) => share(orderDiscountFen), numeric: true },
  {
    header: '贝里',
    cell: ({ beli }) => (beli === 0 ? '—' : `${beli} 个（−${formatYuan(beliToFen(beli))}）`),
    numeric: true,
    className: 'whitespace-nowrap',
  },
  {
    header: '实付',
    cell: ({ cashFen }) => <span className="font-semibold">{formatYuan(cashFen)}</span>,
    numeric: true,
  },
  { header: '学习期限', cell: (line) => <Access line={line} />, className: 'whitespace-nowrap' },
];

/** What was ordered, with the shares that were frozen for each line and the access it gave. */
export function OrderLines({ lines }: { lines: readonly Line[] }) {
  return <DataTable label="订单里的课程" columns={COLUMNS} rows={lines} keyOf={({ id }) => id} />;
}

function Access({ line: { startsAt, endsAt, revokedAt, openedAt } }: { line: Line }) {
  if (!startsAt || !endsAt) return <span className="text-muted-foreground">未开通</span>;
  return (
    <>
      <span className="tabular-nums">
        {shanghaiDay(startsAt)} 至 {lastDay(endsAt)}
      </span>
      {revokedAt && <p className="text-danger-ink text-xs">已收回</p>}
      {!revokedAt && !openedAt && <p className="text-muted-foreground text-xs">等待报名表</p>}
    </>
  );
}
