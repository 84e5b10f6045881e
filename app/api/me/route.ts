import { getMe } from '@/lib/data/me';

/** What the header shows of the person: shared pages are static and hold none of it. */
export async function GET(): Promise<Response> {
  return Response.json(await getMe(), { headers: { 'cache-control': 'no-store' } });
}
