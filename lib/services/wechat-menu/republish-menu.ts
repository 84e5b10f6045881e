import { eq } from 'drizzle-orm';
import { wechatMenu } from '@/db/schema';
import { err, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { Ctx } from '../ctx';
import { type PublishMenuError, publishMenu } from './publish-menu';

/** Publishes an earlier version again, as a new one. Gives its number. */
export async function republishMenu(
  ctx: Ctx,
  { id }: { readonly id: number },
): Promise<Result<number, 'NOT_FOUND' | PublishMenuError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const [version] = await ctx.db.select({ buttons: wechatMenu.buttons }).from(wechatMenu).where(eq(wechatMenu.id, id));
  if (!version) return err('NOT_FOUND');
  return publishMenu(admin.value, { buttons: version.buttons, note: `恢复 #${id}` });
}
