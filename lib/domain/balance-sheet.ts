/** Sums over a span of time. Cash and discounts in fen; 贝里 in 贝里. */
export interface BalanceSums {
  /** Paid to us, whatever became of it. */
  readonly cashInFen: number;
  /** Of that, what no order could take. */
  readonly lateInFen: number;
  /** Given back: lines of orders, and late money. */
  readonly linesRefundedFen: number;
  readonly lateRefundedFen: number;
  /** Of the orders paid in that time, as their lines froze them. */
  readonly listFen: number;
  readonly lineDiscountFen: number;
  readonly orderDiscountFen: number;
  readonly linesBeli: number;
  readonly linesCashFen: number;
  /** Of the lines given back. */
  readonly refundedLinesCashFen: number;
  readonly refundedLinesBeli: number;
  /** As the ledger of 贝里 has it. */
  readonly beliCaptured: number;
  readonly beliReturned: number;
}

/** What should be zero, and is unless money was lost or invented. */
export interface Unexplained {
  /** cash in − refunds = Σ cash shares of paid, unrefunded lines + late money not yet given back. */
  readonly cashFen: number;
  /** 原价 = discounts + 贝里 + cash. */
  readonly priceFen: number;
  /** 贝里 spent and returned: the ledger against the orders. */
  readonly beli: number;
}

/** What the shop holds at the end of the time the sums are over, if they begin at the beginning. */
export const heldFen = (sums: BalanceSums) => ({
  linesFen: sums.linesCashFen - sums.refundedLinesCashFen,
  lateFen: sums.lateInFen - sums.lateRefundedFen,
});

export function unexplained(sums: BalanceSums): Unexplained {
  const { linesFen, lateFen } = heldFen(sums);
  const discounts = sums.lineDiscountFen + sums.orderDiscountFen;
  return {
    cashFen: sums.cashInFen - sums.linesRefundedFen - sums.lateRefundedFen - linesFen - lateFen,
    priceFen: sums.listFen - discounts - sums.linesBeli * 10 - sums.linesCashFen,
    beli: Math.abs(sums.beliCaptured - sums.linesBeli) + Math.abs(sums.beliReturned - sums.refundedLinesBeli),
  };
}

export const isBalanced = ({ cashFen, priceFen, beli }: Unexplained): boolean =>
  cashFen === 0 && priceFen === 0 && beli === 0;
