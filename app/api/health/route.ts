import { getHealth } from '@/lib/data/health';

/** 200 when database, migrations and worker are fine, else 503 with the failing part. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  const status = health.status === 'ok' ? 200 : 503;
  return Response.json(health, { status, headers: { 'cache-control': 'no-store' } });
}
