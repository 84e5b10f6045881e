import { type CouponCodeRow, exportCouponCodes } from '@/lib/data/admin/coupon-codes';
import { findCouponHead } from '@/lib/data/admin/coupon-detail';
import { readCouponCodeSearch } from '@/lib/domain/admin/coupon-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { csvResponse } from '@/lib/files/csv-response';

const HEADER = ['兑换码', '已用次数', '可用次数', '生成时间'];

const cellsOf = (row: CouponCodeRow) => [row.code, row.uses, row.maxUses, shanghaiSecond(row.createdAt)];

/** The codes that the list shows, all pages of them. The reads themselves ask for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/coupons/[id]/codes/download'>,
): Promise<Response> {
  const coupon = await findCouponHead(pathId((await params).id) ?? 0);
  if (!coupon) return new Response(null, { status: 404 });
  const search = readCouponCodeSearch(Object.fromEntries(new URL(request.url).searchParams));
  const batches = await exportCouponCodes(coupon.id, search);
  return csvResponse(`${coupon.name}-兑换码`, HEADER, cells(batches));
}

async function* cells(batches: AsyncIterable<readonly CouponCodeRow[]>) {
  for await (const rows of batches) yield rows.map(cellsOf);
}
