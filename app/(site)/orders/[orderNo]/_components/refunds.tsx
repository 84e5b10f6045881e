import { RefundStatusBadge } from '@/components/order/refund-status';
import { Card, CardTitle } from '@/components/ui/card';
import type { OrderRefund } from '@/lib/data/refunds';
import { formatYuan } from '@/lib/domain/money';
import { REFUND_KIND_LABELS } from '@/lib/domain/refund-kinds';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

/** Every refund of the order and how far it is. */
export function Refunds({ refunds }: { refunds: readonly OrderRefund[] }) {
  return (
    <Card className="p-0 sm:p-0">
      <CardTitle className="mb-0 border-b px-4 py-4 sm:px-6">退款</CardTitle>
      <ul className="divide-y">
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-3 px-4 py-5 sm:px-6">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <h3 className="flex items-center gap-3 font-medium">
                {REFUND_KIND_LABELS[refund.kind]} <RefundStatusBadge status={refund.status} />
              </h3>
              <p className="font-semibold tabular-nums">
                {formatYuan(refund.cashFen)}
                {refund.beli > 0 && ` + ${refund.beli} 贝里`}
              </p>
            </div>
            <RefundLines refund={refund} />
            <p className="text-muted-foreground text-sm">{NEXT[refund.status](refund)}</p>
            <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2 gap-y-1 text-sm">
              <dt className="text-muted-foreground">原因</dt>
              <dd className="whitespace-pre-line">{refund.reason}</dd>
              {refund.decision && (
                <>
                  <dt className="text-muted-foreground">审核意见</dt>
                  <dd className="whitespace-pre-line">{refund.decision}</dd>
                </>
              )}
              <dt className="text-muted-foreground">{refund.source === 'student' ? '申请时间' : '发起时间'}</dt>
              <dd className="tabular-nums">{shanghaiMinute(refund.createdAt)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RefundLines({ refund }: { refund: OrderRefund }) {
  // Of a refund that came to nothing no line is active: all of them were asked for.
  const isOver = refund.status === 'rejected' || refund.status === 'failed';
  return (
    <ul className="grid gap-1 text-sm">
      {refund.lines.map((line) => (
        <li key={line.orderLineId} className="flex flex-wrap justify-between gap-x-4">
          {line.isActive || isOver ? (
            <>
              <span>{line.name}</span>
              <span className="text-muted-foreground tabular-nums">
                {formatYuan(line.cashFen)}
                {line.beli > 0 && ` + ${line.beli} 贝里`}
              </span>
            </>
          ) : (
            <>
              <del className="text-muted-foreground">{line.name}</del>
              <span className="text-muted-foreground">未同意，仍可学习</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What happens next, or what came of it. */
const NEXT: Readonly<Record<OrderRefund['status'], (refund: OrderRefund) => string>> = {
  requested: () => '老师审核之后，款项原路退回支付宝，贝里退回账户。审核期间可以继续学习。',
  rejected: () => '申请没有通过，课程可以继续学习。',
  approved: () => '已经同意，正在安排退款。',
  sending: () => '正在通过支付宝退款，通常几分钟内到账。',
  unknown: () => '已提交给支付宝，正在确认结果，不需要重复申请。',
  succeeded: ({ finishedAt }) => `${finishedAt ? `${shanghaiMinute(finishedAt)} ` : ''}已退回原支付账户。`,
  failed: ({ kind }) =>
    kind === 'late' ? '支付宝没有退成功，老师会处理后再退。' : '支付宝没有退成功，老师会联系你处理；也可以重新申请。',
};
