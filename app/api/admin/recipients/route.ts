import { z } from 'zod';
import { getViewer } from '@/lib/auth/viewer';
import { CAMPAIGN_LIMITS } from '@/lib/domain/admin/campaign-form';
import { errorMessage, errorStatus } from '@/lib/errors';
import { previewList } from '@/lib/services/campaign/preview-list';
import { viewerCtx } from '@/lib/viewer-ctx';

const MAX_BYTES = 4 * CAMPAIGN_LIMITS.list;

const schema = z.object({ list: z.string().max(CAMPAIGN_LIMITS.list) });

/** Whom a list of recipients would reach, while it is being typed. The service asks for the administrator. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refusal(401, '请先登录');
  // Another site's form cannot send this type.
  if (request.headers.get('content-type') !== 'application/json') return refusal(400, '请求有误');
  const input = schema.safeParse(await readJson(request));
  if (!input.success) return refusal(400, '名单太长');
  const found = await previewList(await viewerCtx(viewer), input.data.list);
  if (!found.ok) return refusal(errorStatus(found.error.code), errorMessage(found.error));
  return Response.json(found.value, { headers: { 'cache-control': 'no-store' } });
}

const refusal = (status: number, message: string): Response =>
  Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } });

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) return undefined;
  return request.json().catch(() => undefined);
}
