import { getPayStatus } from '@/lib/data/payment';
import { errorStatus } from '@/lib/errors';

/** The state of the viewer's own order, for a page that waits for it to be paid. */
export async function GET(_request: Request, { params }: RouteContext<'/api/pay/[orderNo]/status'>): Promise<Response> {
  const { orderNo } = await params;
  const found = await getPayStatus(orderNo);
  const headers = { 'cache-control': 'no-store' };
  if (typeof found === 'string') return Response.json({ error: found }, { status: errorStatus(found), headers });
  return Response.json(found, { headers });
}
