import 'server-only';
import { getViewer } from '@/lib/auth/viewer';
import { countCart } from './cart';

/** Who is asking, and how many lines their cart holds. */
export async function getMe() {
  const viewer = await getViewer();
  return {
    viewer: viewer && { nickname: viewer.nickname, username: viewer.username, role: viewer.role },
    cartCount: await countCart(viewer?.id ?? null),
  };
}
