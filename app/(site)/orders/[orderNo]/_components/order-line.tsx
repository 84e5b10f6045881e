import Link from 'next/link';
import { Cover } from '@/components/course/cover';
import { RefundStatusBadge } from '@/components/order/refund-status';
import { Price } from '@/components/ui/price';
import type { OrderDetailLine } from '@/lib/data/order-detail';
import { formatValidDays } from '@/lib/domain/catalogue';
import { productPath } from '@/lib/domain/learn-paths';
import { beliToFen, formatYuan } from '@/lib/domain/money';
import type { RefundStatus } from '@/lib/domain/states';

interface OrderLineProps {
  line: OrderDetailLine;
  /** Of the refund that has it; null: none has. */
  refundStatus: RefundStatus | null;
}

/** One course of an order with the shares that were frozen for it: what a refund of it would give back. */
export function OrderLine({ line, refundStatus }: OrderLineProps) {
  const shares = [
    { label: line.couponName ? `课程券「${line.couponName}」` : '课程券', fen: line.lineDiscountFen },
    { label: '全场券分摊', fen: line.orderDiscountFen },
    { label: `贝里（${line.beli} 个）`, fen: beliToFen(line.beli) },
  ].filter((share) => share.fen > 0);
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-3 px-4 py-5 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:gap-x-4 sm:px-6">
      <Cover
        name={line.name}
        hue={line.coverHue}
        glyph={line.coverGlyph}
        showTitle={false}
        className="w-full self-start rounded-md"
      />
      <div className="min-w-0">
        <Link href={productPath(line.kind, line.slug)} className="font-medium hover:underline">
          {line.name}
        </Link>
        <p className="text-muted-foreground text-sm">有效期 {formatValidDays(line.validDays)}</p>
        {refundStatus && <RefundStatusBadge status={refundStatus} />}
      </div>
      <div className="col-span-2 grid content-start justify-items-end gap-1 sm:col-span-1">
        <Price fen={line.cashFen} listFen={line.listFen} className="justify-end" />
        {shares.map((share) => (
          <p key={share.label} className="text-right text-muted-foreground text-sm tabular-nums">
            {share.label} −{formatYuan(share.fen)}
          </p>
        ))}
      </div>
    </li>
  );
}
