import 'server-only';
import type { Database } from '@/db/client';
import { requireAdmin } from '@/lib/auth/guards';
import { database } from '@/lib/context';

/** The database, for an administrator; anyone else gets the sign-in or the 403 page. The first line of every read here. */
export async function adminDb(): Promise<Database> {
  await requireAdmin();
  return database();
}
