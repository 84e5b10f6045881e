import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { OrderForAdmin } from '@/lib/data/admin/order-detail';
import { formatValidDays } from '@/lib/domain/catalogue';
import { productPath } from '@/lib/domain/learn-paths';
import { beliToFen, type Fen, formatYuan } from '@/lib/domain/money';
import { lastDay, shanghaiDay } from '@/lib/domain/shanghai-day';

type Line = OrderForAdmin['lines'][number];

const SMALL = 'text-muted-foreground text-xs tabular-nums';

const share = (amount: Fen) => (amount === 0 ? '—' : `−${formatYuan(amount)}`);

const COLUMNS: readonly Column<Line>[] = [
  { header: '课程', cell: (line) => <Course line={line} />, className: 'min-w-48' },
  { header: '原价', cell: ({ listFen }) => formatYuan(listFen), numeric: true },
  { header: '课程券', cell: ({ lineDiscountFen }) => share(lineDiscountFen), numeric: true },
  { header: '全场券', cell: ({ orderDiscountFen }) => share(orderDiscountFen), numeric: true },
  {
    header: '贝里',
    cell: ({ beli }) => (
      <>
        {share(beliToFen(beli))}
        {beli > 0 && <p className={SMALL}>{beli} 个</p>}
      </>
    ),
    numeric: true,
  },
  {
    header: '实付',
    cell: ({ cashFen }) => <span className="font-semibold">{formatYuan(cashFen)}</span>,
    numeric: true,
  },
];

/** What was ordered, with the shares that were frozen for each line and the access it gave. */
export function OrderLines({ lines }: { lines: readonly Line[] }) {
  return <DataTable label="订单里的课程" columns={COLUMNS} rows={lines} keyOf={({ id }) => id} />;
}

function Course({ line }: { line: Line }) {
  return (
    <>
      <Link href={productPath(line.kind, line.slug)} prefetch={false} className="font-medium hover:underline">
        {line.name}
      </Link>
      <p className={SMALL}>有效期 {formatValidDays(line.validDays)}</p>
      {line.couponName && <p className={SMALL}>课程券「{line.couponName}」</p>}
      <Access line={line} />
    </>
  );
}

function Access({ line: { startsAt, endsAt, revokedAt, openedAt } }: { line: Line }) {
  if (!startsAt || !endsAt) return <p className={SMALL}>未开通</p>;
  const note = revokedAt ? '，已收回' : openedAt ? '' : '，等待报名表';
  return (
    <p className={SMALL}>
      可学 {shanghaiDay(startsAt)} 至 {lastDay(endsAt)}
      {note}
    </p>
  );
}
