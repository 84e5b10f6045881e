import { getLessonVideo } from '@/lib/data/learning/for-viewer';
import { fileResponse } from '@/lib/files/file-response';
import { findPrivateFile } from '@/lib/files/private-file';
import { refusal } from '../../refusal';

/** The video of a lesson, in parts as the player asks for them. HEAD is answered by the same function. */
export async function GET(request: Request, { params }: RouteContext<'/api/learn/video/[sectionId]'>) {
  const { sectionId } = await params;
  if (!/^\d{1,15}$/.test(sectionId)) return refusal(404);
  const video = await getLessonVideo(Number(sectionId));
  if (video === 'not_found') return refusal(404);
  if (video === 'closed') return refusal(403);
  const file = await findPrivateFile('videos', video.stored);
  return file ? fileResponse(request, file) : refusal(404);
}
