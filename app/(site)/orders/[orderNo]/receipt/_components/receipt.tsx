import type { ReactNode } from 'react';
import { LogoMark } from '@/components/site/logo';
import type { OrderDetail, OrderDetailLine } from '@/lib/data/order-detail';
import { formatValidDays } from '@/lib/domain/catalogue';
import { addFen, beliToFen, type Fen, formatYuan } from '@/lib/domain/money';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { yuanWords } from '@/lib/domain/yuan-words';

interface ReceiptProps {
  order: OrderDetail & { readonly paidAt: Date };
  payer: string;
  /** Given back since: cash in fen and 贝里. */
  refunded: { readonly cashFen: Fen; readonly beli: number };
  printedAt: Date;
}

/** 收据: a sheet of paper, on the screen as in print. */
export function Receipt({ order, payer, refunded, printedAt }: ReceiptProps) {
  const { amounts } = order;
  const discountFen = addFen(amounts.lineDiscountFen, amounts.orderDiscountFen);
  return (
    <article
      aria-label="收据"
      className="rounded-lg border bg-card px-4 py-6 text-card-foreground shadow-card sm:px-10 sm:py-10 print:rounded-none print:border-0 print:p-0 print:shadow-none"
    >
      <header className="flex flex-wrap items-end justify-between gap-4 border-foreground border-b-2 pb-4">
        <p className="flex items-center gap-2 font-semibold">
          <LogoMark className="size-8" /> 路飞学城
        </p>
        <h1 className="font-bold text-3xl tracking-[0.5em]">收据</h1>
        <p className="text-sm tabular-nums">No. {order.orderNo}</p>
      </header>
      <dl className="grid gap-x-8 gap-y-2 py-5 text-sm sm:grid-cols-2 print:grid-cols-2">
        <Fact name="付款人">{payer}</Fact>
        <Fact name="付款时间">{shanghaiSecond(order.paidAt)}</Fact>
        <Fact name="付款方式">{amounts.cashFen > 0 ? '支付宝' : '优惠抵扣，无需支付'}</Fact>
        {order.tradeNo && <Fact name="支付宝交易号">{order.tradeNo}</Fact>}
      </dl>
      <Lines lines={order.lines} />
      <dl className="grid gap-y-1.5 border-b py-4 text-sm tabular-nums">
        <Sum name="原价合计">{formatYuan(amounts.listFen)}</Sum>
        <Sum name="优惠券抵扣">−{formatYuan(discountFen)}</Sum>
        <Sum name={`贝里抵扣（${amounts.beli} 个）`}>−{formatYuan(beliToFen(amounts.beli))}</Sum>
      </dl>
      <dl className="grid gap-y-2 py-4">
        <Sum name="实收（小写）">
          <strong className="text-xl">{formatYuan(amounts.cashFen)}</strong>
        </Sum>
        <Sum name="人民币（大写）">
          <strong>{yuanWords(amounts.cashFen)}</strong>
        </Sum>
      </dl>
      {(refunded.cashFen > 0 || refunded.beli > 0) && (
        <p className="border-t py-4 text-sm tabular-nums">
          其中已退款 {formatYuan(refunded.cashFen)}（大写 {yuanWords(refunded.cashFen)}）
          {refunded.beli > 0 && `，退回贝里 ${refunded.beli} 个`}。
        </p>
      )}
      <footer className="flex flex-wrap justify-between gap-4 border-t pt-4 text-muted-foreground text-sm">
        <p>收款单位：路飞学城</p>
        <p className="tabular-nums">出具时间 {shanghaiSecond(printedAt)}</p>
        <p className="w-full">本收据为付款凭证，不作为发票使用。</p>
      </footer>
    </article>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
    <dt className="text-muted-foreground">{name}</dt>
    <dd className="break-all tabular-nums">{children}</dd>
  </div>
);

const Sum = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4">
    <dt className="text-muted-foreground">{name}</dt>
    <dd className="ml-auto text-right">{children}</dd>
  </div>
);

function Lines({ lines }: { lines: readonly OrderDetailLine[] }) {
  return (
    <table aria-label="课程" className="w-full border-y text-left text-sm tabular-nums">
      <thead>
        <tr className="border-b text-muted-foreground">
          <th scope="col" className="py-2 font-medium">
            课程
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium max-xs:hidden print:table-cell">
            原价
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            实付
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="py-2 font-normal">
              {line.name}
              <span className="block text-muted-foreground">有效期 {formatValidDays(line.validDays)}</span>
            </th>
            <td className="py-2 pl-3 text-right align-top max-xs:hidden print:table-cell">
              {formatYuan(line.listFen)}
            </td>
            <td className="py-2 pl-3 text-right align-top">{formatYuan(line.cashFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
