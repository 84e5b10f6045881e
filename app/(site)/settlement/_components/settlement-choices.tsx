import { Alert } from '@/components/ui/alert';
import { Card, CardTitle } from '@/components/ui/card';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import type { SettlementView } from '@/lib/domain/settlement-view';
import { BeliForm } from './beli-form';
import { CouponPicker } from './coupon-picker';
import { SettlementLine } from './settlement-line';

/** All that can be chosen: the lines with their periods and coupons, the order's coupon, 贝里. */
export function SettlementChoices({ facts, view }: { facts: SettlementFacts; view: SettlementView }) {
  const { lines, quote, orderCoupons } = view;
  return (
    <>
      {lines.some((line) => line.problem !== null) && (
        <Alert tone="danger" title="有课程已不能购买">
          请先移出这些课程，或为它们换一个有效期，再提交订单。
        </Alert>
      )}
      <Card className="p-0 sm:p-0">
        <h2 className="border-b px-4 py-4 font-semibold text-lg sm:px-6">课程（{lines.length} 门）</h2>
        <ul className="divide-y">
          {lines.map((line) => (
            <SettlementLine key={line.productId} line={line} />
          ))}
        </ul>
      </Card>
      <Card>
        <CardTitle>全场券</CardTitle>
        <CouponPicker
          legend="选择一张全场券"
          fields={{ intent: 'order-coupon' }}
          choices={orderCoupons}
          emptyText="卡包里没有可用的全场券"
        />
      </Card>
      <Card>
        <CardTitle>贝里</CardTitle>
        <BeliForm used={quote.beli} wanted={facts.wantedBeli} most={quote.maxBeli} available={facts.availableBeli} />
      </Card>
    </>
  );
}
