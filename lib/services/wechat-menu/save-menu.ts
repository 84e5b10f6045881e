import { wechatMenu } from '@/db/schema';
import type { MenuForm } from '@/lib/domain/wechat/menu-form';
import { menuLines } from '@/lib/domain/wechat/menu-lines';
import { ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { Ctx } from '../ctx';
import { latestMenu, recordMenu } from './latest-menu';

type NewMenu = Pick<MenuForm, 'buttons' | 'note'>;

/** Keeps a draft: a version of its own, so that nothing that somebody else kept meanwhile is lost. Gives its number. */
export async function saveMenu(ctx: Ctx, { buttons, note }: NewMenu): Promise<Result<number, 'FORBIDDEN'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const createdBy = admin.value.actor.id;
  return ctx.db.transaction(async (tx) => {
    const latest = await latestMenu(tx);
    if (latest?.status === 'draft' && latest.note === note && isSame(latest, { buttons })) return ok(latest.id);
    const [row] = await tx
      .insert(wechatMenu)
      .values({ buttons, note, createdBy, status: 'draft', createdAt: ctx.now })
      .returning({ id: wechatMenu.id });
    if (!row) throw new Error('an inserted menu has no number');
    await recordMenu({ ...ctx, db: tx }, 'menu.save', { id: row.id, buttons, note });
    return ok(row.id);
  });
}

const isSame = (one: Pick<NewMenu, 'buttons'>, other: Pick<NewMenu, 'buttons'>): boolean =>
  JSON.stringify(menuLines(one.buttons)) === JSON.stringify(menuLines(other.buttons));
