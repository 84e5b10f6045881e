import { getProgress } from '@/lib/data/admin/messages-campaigns';
import { readRecipientSearch } from '@/lib/domain/admin/message-search';

/** How far a campaign is, for its page. The read itself asks for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/messages/[id]/progress'>,
): Promise<Response> {
  const { id } = await params;
  const search = readRecipientSearch(Object.fromEntries(new URL(request.url).searchParams));
  const progress = await getProgress(/^\d{1,15}$/.test(id) ? Number(id) : 0, search);
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
}
