import 'server-only';
import { and, eq, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messageTemplate, noticeSetting } from '@/db/schema';
import { database } from '@/lib/context';

/** Whether some template of the official account carries the code for a new password; without one it reaches nobody. */
export async function canSendCodes(db: Db): Promise<boolean> {
  const [carrier] = await db
    .select({ id: messageTemplate.id })
    .from(messageTemplate)
    .leftJoin(
      noticeSetting,
      and(eq(noticeSetting.templateId, messageTemplate.templateId), eq(noticeSetting.notice, 'password_code')),
    )
    .where(or(eq(messageTemplate.notice, 'password_code'), eq(noticeSetting.notice, 'password_code')))
    .limit(1);
  return carrier !== undefined;
}

/** The same, for the page that offers it. */
export const getCanSendCodes = (): Promise<boolean> => canSendCodes(database());
