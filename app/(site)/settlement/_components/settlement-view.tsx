import { Alert } from '@/components/ui/alert';
import { Card, CardTitle } from '@/components/ui/card';
import type { OpenSettlementPage } from '@/lib/data/settlement';
import { BeliForm } from './beli-form';
import { CouponPicker } from './coupon-picker';
import { OtherCoupons } from './other-coupons';
import { SettlementCommands } from './settlement-commands';
import { SettlementLine } from './settlement-line';
import { SubmitOrder } from './submit-order';

export function SettlementView({ settlement }: { settlement: OpenSettlementPage }) {
  const { lines, quote, orderCoupons, otherCoupons, notes } = settlement;
  const hasProblem = lines.some((line) => line.problem !== null);
  return (
    <SettlementCommands>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {hasProblem && (
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
              hideLegend
              fields={{ intent: 'order-coupon' }}
              coupons={orderCoupons}
              chosenId={settlement.orderCouponRecordId}
              emptyText="卡包里没有全场券"
            />
            <OtherCoupons coupons={otherCoupons} />
          </Card>
          <Card>
            <CardTitle>贝里</CardTitle>
            <BeliForm
              used={quote.beli}
              wanted={settlement.wantedBeli}
              most={quote.maxBeli}
              available={settlement.availableBeli}
            />
          </Card>
        </div>
        <SubmitOrder
          settlementId={settlement.settlementId}
          version={settlement.version}
          quote={quote}
          notes={notes}
          isBlocked={hasProblem}
        />
      </div>
    </SettlementCommands>
  );
}
