import { getViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { findOwnCoupons } from '@/lib/data/coupons';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

const ID = /^[1-9]\d{0,14}$/;

/** What the one who asks has of the coupons that fit a product: the product's page is static and knows nobody. */
export async function GET(_request: Request, { params }: RouteContext<'/api/coupons/[productId]'>): Promise<Response> {
  const [{ productId }, viewer] = await Promise.all([params, getViewer()]);
  const headers = { 'cache-control': 'no-store' };
  if (!viewer) return Response.json({ error: 'UNAUTHENTICATED' }, { status: 401, headers });
  if (!ID.test(productId)) return Response.json({ error: 'NOT_FOUND' }, { status: 404, headers });
  const own = await findOwnCoupons(database(), viewer.id, Number(productId), shanghaiDay(new Date()));
  return Response.json(own, { headers });
}
