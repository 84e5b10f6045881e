import { getTicketNews } from '@/lib/data/wechat';
import { errorStatus } from '@/lib/errors';

/** What became of the viewer's own ticket, for the page that shows its QR. */
export async function GET(_request: Request, { params }: RouteContext<'/api/wechat/tickets/[id]'>): Promise<Response> {
  const { id } = await params;
  const news = /^\d{1,15}$/.test(id) ? await getTicketNews(Number(id)) : 'NOT_FOUND';
  const headers = { 'cache-control': 'no-store' };
  if (typeof news === 'string') return Response.json({ error: news }, { status: errorStatus(news), headers });
  return Response.json(news, { headers });
}
