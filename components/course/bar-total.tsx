import Link from 'next/link';
import { Price } from '@/components/ui/price';

interface BarTotalProps {
  fen: number;
  /** The validity period, or the price after coupons. */
  note: string;
  isAdded: boolean;
}

/** The left end of the bar on a phone. The answer to 加入购物车 stands further down the page, so it says that too. */
export function BarTotal({ fen, note, isAdded }: BarTotalProps) {
  if (!isAdded) {
    return (
      <span className="grid">
        <Price fen={fen} />
        <span className="text-muted-foreground text-sm tabular-nums">{note}</span>
      </span>
    );
  }
  return (
    <Link href="/cart" className="grid min-h-11 content-center">
      <Price fen={fen} />
      <span className="text-link text-sm underline underline-offset-4">已加入购物车</span>
    </Link>
  );
}
