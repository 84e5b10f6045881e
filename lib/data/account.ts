import 'server-only';
import { eq, isNotNull } from 'drizzle-orm';
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
  /** False: WeChat brought it, and it has a made-up user name. */
  readonly isNamed: boolean;
  readonly hasPassword: boolean;
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
      isNamed: account.isNamed,
      hasPassword: isNotNull(account.passwordHash).mapWith(Boolean),
    })
    .from(account)
    .where(eq(account.id, viewer.id));
  if (!profile) throw new Error(`account ${viewer.id} is gone`);
  return profile;
}
