import 'server-only';
import { eq } from 'drizzle-orm';
import { account } from '@/db/schema';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';

export interface Profile {
  readonly username: string;
  readonly nickname: string;
  readonly bio: string;
  /** null: none given. */
  readonly email: string | null;
  readonly createdAt: Date;
}

/** One's own profile. Someone signed out is sent to sign in and comes back to `from`. */
export async function getProfile(from: string): Promise<Profile> {
  const viewer = await requireViewer(from);
  const [profile] = await database()
    .select({
      username: account.username,
      nickname: account.nickname,
      bio: account.bio,
      email: account.email,
      createdAt: account.createdAt,
    })
    .from(account)
    .where(eq(account.id, viewer.id));
  if (!profile) throw new Error(`account ${viewer.id} is gone`);
  return profile;
}
