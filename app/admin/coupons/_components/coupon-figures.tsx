import { FigureCards } from '@/components/admin/figure-cards';
import type { CouponFigures } from '@/lib/data/admin/coupons-figures';
import { formatYuan } from '@/lib/domain/money';

interface CouponFigureCardsProps {
  figures: CouponFigures;
  /** Null: without limit. */
  quantity: number | null;
}

/** What became of the copies of all versions, and the money. */
export function CouponFigureCards({ figures, quantity }: CouponFigureCardsProps) {
  const copies = [
    { label: '已领取', value: figures.claimed, note: quantity === null ? '数量不限' : `共 ${quantity} 张` },
    { label: '未使用', value: figures.unused },
    { label: '已锁定', value: figures.locked, note: '在待支付的订单里' },
    { label: '已使用', value: figures.used },
    { label: '已过期', value: figures.expired },
    { label: '优惠金额', value: formatYuan(figures.discountFen), note: '已付订单里减掉的' },
    { label: '带来实付', value: formatYuan(figures.revenueFen), note: '用了它的已付订单' },
  ];
  return <FigureCards figures={copies} className="sm:grid-cols-4 xl:grid-cols-7" />;
}
