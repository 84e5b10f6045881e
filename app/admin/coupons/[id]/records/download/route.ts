import { findCouponHead } from '@/lib/data/admin/coupon-detail';
import { type CouponRecordRow, exportCouponRecords } from '@/lib/data/admin/coupon-records';
import { readCouponRecordSearch } from '@/lib/domain/admin/coupon-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { COUPON_SOURCE_LABELS } from '@/lib/domain/coupon-kinds';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { COUPON_RECORD_STATUS_LABELS } from '@/lib/domain/states';
import { csvResponse } from '@/lib/files/csv-response';

const HEADER = ['编号', '用户名', '昵称', '状态', '来源', '版本', '可用从', '可用到', '领取时间', '使用时间', '订单号'];

const cellsOf = (row: CouponRecordRow) => [
  row.number,
  row.username,
  row.nickname,
  COUPON_RECORD_STATUS_LABELS[row.status],
  COUPON_SOURCE_LABELS[row.source],
  row.version,
  row.validFrom,
  row.validUntil,
  shanghaiSecond(row.claimedAt),
  row.usedAt && shanghaiSecond(row.usedAt),
  row.orderNo,
];

/** The copies that the list shows, all pages of them. The reads themselves ask for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/coupons/[id]/records/download'>,
): Promise<Response> {
  const coupon = await findCouponHead(pathId((await params).id) ?? 0);
  if (!coupon) return new Response(null, { status: 404 });
  const search = readCouponRecordSearch(Object.fromEntries(new URL(request.url).searchParams));
  const batches = await exportCouponRecords(coupon.id, search);
  return csvResponse(`${coupon.name}-领取记录`, HEADER, cells(batches));
}

async function* cells(batches: AsyncIterable<readonly CouponRecordRow[]>) {
  for await (const rows of batches) yield rows.map(cellsOf);
}
