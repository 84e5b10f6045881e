import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/guards';
import { type CouponHead, findCouponHead } from '@/lib/data/admin/coupon-detail';
import { pathId } from '@/lib/domain/admin/search-path';

/** The coupon a page is about, by its family's id in the address, for an administrator; else the 404 page. */
export async function findHead(params: Promise<{ id: string }>): Promise<CouponHead> {
  await requireAdmin();
  const id = pathId((await params).id);
  const head = id === null ? null : await findCouponHead(id);
  if (!head) notFound();
  return head;
}
