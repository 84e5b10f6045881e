import { Card, CardTitle } from '@/components/ui/card';
import { FEN_PER_BELI, formatYuan } from '@/lib/domain/money';

/** What can be used now, and what pending orders hold. Whole 贝里. */
export function BeliBalance({ balance, held }: { balance: number; held: number }) {
  const available = balance - held;
  return (
    <Card className="max-lg:order-first">
      <CardTitle>可用贝里</CardTitle>
      <p className="font-bold text-3xl tabular-nums">{available}</p>
      <p className="text-muted-foreground text-sm">可以抵扣 {formatYuan(available * FEN_PER_BELI)}</p>
      <dl className="mt-4 grid gap-2 border-t pt-4 text-sm">
        <div className="flex justify-between gap-3">
          <dt className="text-muted-foreground">余额</dt>
          <dd className="tabular-nums">{balance}</dd>
        </div>
        <div className="flex justify-between gap-3">
          <dt className="text-muted-foreground">待支付订单冻结</dt>
          <dd className="tabular-nums">{held}</dd>
        </div>
      </dl>
    </Card>
  );
}
