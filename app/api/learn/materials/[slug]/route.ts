import { getMaterials } from '@/lib/data/learning/for-viewer';
import { fileResponse } from '@/lib/files/file-response';
import { findPrivateFile } from '@/lib/files/private-file';
import { refusal } from '../../refusal';

/** The 课件 of a course, offered for saving under the course's name. */
export async function GET(request: Request, { params }: RouteContext<'/api/learn/materials/[slug]'>) {
  const { slug } = await params;
  // Here, unlike in a page, the address comes decoded: it may hold what no slug does.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return refusal(404);
  const materials = await getMaterials(slug);
  if (materials === 'not_found') return refusal(404);
  if (materials === 'closed') return refusal(403);
  const file = await findPrivateFile('materials', materials.stored);
  if (!file) return refusal(404);
  return fileResponse(request, file, { saveAs: `${materials.name}-课件.${file.name.split('.').at(-1)}` });
}
