import { type ExportedOrder, exportOrders } from '@/lib/data/admin/orders';
import { readOrderSearch } from '@/lib/domain/admin/order-search';
import { yuanText } from '@/lib/domain/money';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { ORDER_STATUS_LABELS } from '@/lib/domain/states';
import { csvResponse } from '@/lib/files/csv-response';

const HEADER = [
  '订单号',
  '用户名',
  '昵称',
  '课程',
  '状态',
  '原价（元）',
  '课程券（元）',
  '全场券（元）',
  '贝里（个）',
  '现金（元）',
  '已退现金（元）',
  '支付宝交易号',
  '下单时间',
  '支付时间',
  '关闭时间',
];

const cellsOf = (row: ExportedOrder) => [
  row.orderNo,
  row.username,
  row.nickname,
  row.courses.join('、'),
  ORDER_STATUS_LABELS[row.status],
  yuanText(row.listFen),
  yuanText(row.lineDiscountFen),
  yuanText(row.orderDiscountFen),
  row.beli,
  yuanText(row.cashFen),
  yuanText(row.refundedFen),
  row.tradeNo,
  shanghaiSecond(row.placedAt),
  row.paidAt && shanghaiSecond(row.paidAt),
  row.closedAt && shanghaiSecond(row.closedAt),
];

/** The orders that the list shows, all pages of them. The read itself asks for the administrator. */
export async function GET(request: Request): Promise<Response> {
  const search = readOrderSearch(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse('订单', HEADER, cells(await exportOrders(search)));
}

async function* cells(batches: AsyncIterable<readonly ExportedOrder[]>) {
  for await (const rows of batches) yield rows.map(cellsOf);
}
