import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { wechatMenu } from '@/db/schema';
import type { MenuButton } from '@/lib/domain/wechat/menu';
import { compareLines, menuLines } from '@/lib/domain/wechat/menu-lines';
import { writeAudit } from '../audit/write-audit';
import type { TxCtx } from '../ctx';

/** The version that was made last, published or not; null: there is none. */
export async function latestMenu(db: Db) {
  const [latest] = await db.select().from(wechatMenu).orderBy(desc(wechatMenu.id)).limit(1);
  return latest ?? null;
}

async function publishedButtons(db: Db): Promise<readonly MenuButton[]> {
  const [published] = await db
    .select({ buttons: wechatMenu.buttons })
    .from(wechatMenu)
    .where(eq(wechatMenu.status, 'published'))
    .orderBy(desc(wechatMenu.id))
    .limit(1);
  return published?.buttons ?? [];
}

interface Recorded {
  readonly id: number;
  readonly buttons: readonly MenuButton[];
  readonly note: string;
}

/** The log keeps in which buttons the version differs from what followers see. */
export async function recordMenu(
  ctx: TxCtx,
  action: 'menu.save' | 'menu.publish',
  { id, buttons, note }: Recorded,
): Promise<void> {
  const lines = compareLines(menuLines(await publishedButtons(ctx.db)), menuLines(buttons));
  const part = (kind: 'removed' | 'added') =>
    lines.flatMap((line) => (line.kind === kind ? [line.text] : [])).join('\n');
  await writeAudit(ctx, {
    action,
    subjectKind: 'menu',
    subjectId: id,
    before: { menu: part('removed') },
    after: { menu: part('added'), ...(note === '' ? {} : { note }) },
  });
}
