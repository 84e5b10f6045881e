import { getProgress } from '@/lib/data/admin/messages-progress';
import { readRecipientSearch } from '@/lib/domain/admin/message-search';
import { pathId } from '@/lib/domain/admin/search-path';

/** How far a campaign is, for its page. The read itself asks for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/messages/[id]/progress'>,
): Promise<Response> {
  const search = readRecipientSearch(Object.fromEntries(new URL(request.url).searchParams));
  const progress = await getProgress(pathId((await params).id) ?? 0, search);
  return Response.json(progress, { status: progress ? 200 : 404, headers: { 'cache-control': 'no-store' } });
}
