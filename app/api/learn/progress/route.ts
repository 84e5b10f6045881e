import { z } from 'zod';
import { getViewer } from '@/lib/auth/viewer';
import { errorStatus } from '@/lib/errors';
import { savePosition } from '@/lib/services/learning/save-position';
import { viewerCtx } from '@/lib/viewer-ctx';
import { refusal } from '../refusal';

const MAX_BYTES = 1024;
const MAX_SECONDS = 24 * 60 * 60;

const schema = z.object({
  sectionId: z.int().positive(),
  positionSeconds: z.int().min(0).max(MAX_SECONDS).optional(),
  isAtEnd: z.boolean().default(false),
});

/** Where a lesson stands. Sent in the background while one studies, so it answers with nothing to show. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refusal(401);
  // Another site's form cannot send this type, so it cannot send progress.
  if (request.headers.get('content-type') !== 'application/json') return refusal(400);
  const input = schema.safeParse(await readJson(request));
  if (!input.success) return refusal(400);
  const saved = await savePosition(await viewerCtx(viewer), input.data);
  return new Response(null, { status: saved.ok ? 204 : errorStatus(saved.error.code) });
}

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) return undefined;
  return request.json().catch(() => undefined);
}
