import { type BillEntryRow, exportBillEntries } from '@/lib/data/admin/reconciliation';
import { pathDay, readEntrySearch } from '@/lib/domain/admin/reconciliation-search';
import { formatYuan } from '@/lib/domain/money';
import { BILL_ENTRY_LABELS, CASE_KIND_LABELS, CASE_STATUS_LABELS } from '@/lib/domain/reconciliation-kinds';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { csvResponse } from '@/lib/files/csv-response';

const HEADER = ['类型', '支付宝交易号', '商户订单号', '退款请求号', '金额', '完成时间', '核对结果', '差异状态'];

const cellsOf = (row: BillEntryRow) => [
  BILL_ENTRY_LABELS[row.kind],
  row.tradeNo,
  row.outTradeNo,
  row.outRequestNo,
  formatYuan(row.amountFen).replaceAll(/[¥,]/g, ''),
  row.finishedAt && shanghaiSecond(row.finishedAt),
  row.caseKind === null ? '一致' : CASE_KIND_LABELS[row.caseKind],
  row.caseStatus && CASE_STATUS_LABELS[row.caseStatus],
];

/** The rows that the day's list shows, all pages of them. The reads themselves ask for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/reconciliation/[day]/download'>,
): Promise<Response> {
  const search = readEntrySearch(Object.fromEntries(new URL(request.url).searchParams));
  const day = pathDay((await params).day) ?? '1970-01-01';
  return csvResponse(`账单-${day}`, HEADER, cells(await exportBillEntries(day, search)));
}

async function* cells(batches: AsyncIterable<readonly BillEntryRow[]>) {
  for await (const rows of batches) yield rows.map(cellsOf);
}
