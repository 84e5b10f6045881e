import { and, eq, lt } from 'drizzle-orm';
import { wechatMenu } from '@/db/schema';
import { type MenuAction, type MenuButton, PUBLISHING_SECONDS } from '@/lib/domain/wechat/menu';
import type { MenuForm } from '@/lib/domain/wechat/menu-form';
import { MENU_INTERRUPTED, MENU_UNKNOWN, MENU_UNSENT, menuReason } from '@/lib/domain/wechat/menu-reason';
import { err, ok, type Result } from '@/lib/errors';
import type { WechatGateway, WechatMenuButton, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { AccountCtx, Ctx } from '../ctx';
import { recordMenu } from './latest-menu';

type NewMenu = Pick<MenuForm, 'buttons' | 'note'>;
export type PublishMenuError = 'FORBIDDEN' | 'CONFLICT' | 'MENU_NOT_PUBLISHED';

const PAUSE_MS = 200;
/** How long one administrator waits for another one's publishing. */
const PATIENCE_MS = 15_000;

/**
 * Makes it the account's menu: a version of its own, committed before WeChat is asked, so that an interruption is seen.
 * Who publishes meanwhile waits, and comes after. Gives the version's number.
 */
export async function publishMenu(ctx: Ctx, menu: NewMenu): Promise<Result<number, PublishMenuError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const id = await claim(admin.value, menu, new Date(ctx.now.getTime() + waited));
    if (id !== null) return conclude(ctx, id, await ask(ctx.gateways.wechat, menu.buttons));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return err('CONFLICT', { detail: '另一位管理员正在发布菜单，请稍后再试' });
}

/** The number of the version that may now be published; null: another one is on its way. */
function claim(ctx: AccountCtx, { buttons, note }: NewMenu, now: Date): Promise<number | null> {
  return ctx.db.transaction(async (tx) => {
    const begunBefore = new Date(now.getTime() - PUBLISHING_SECONDS * 1000);
    await tx
      .update(wechatMenu)
      .set({ status: 'failed', failure: MENU_INTERRUPTED })
      .where(and(eq(wechatMenu.status, 'publishing'), lt(wechatMenu.createdAt, begunBefore)));
    const [row] = await tx
      .insert(wechatMenu)
      .values({ buttons, note, createdBy: ctx.actor.id, status: 'publishing', createdAt: now })
      .onConflictDoNothing()
      .returning({ id: wechatMenu.id });
    if (!row) return null;
    await recordMenu({ ...ctx, db: tx }, 'menu.publish', { id: row.id, buttons, note });
    return row.id;
  });
}

const ask = (wechat: WechatGateway, buttons: readonly MenuButton[]): Promise<WechatOutcome<null>> => {
  const action = (each: MenuAction): WechatMenuButton =>
    each.type === 'click' || !each.url.startsWith('/') ? each : { ...each, url: wechat.pageUrl(each.url) };
  return wechat.createMenu(
    buttons.map((button) =>
      button.type === 'list' ? { name: button.name, sub_button: button.items.map(action) } : action(button),
    ),
  );
};

async function conclude(
  { db, now, log }: Ctx,
  id: number,
  outcome: WechatOutcome<null>,
): Promise<Result<number, 'CONFLICT' | 'MENU_NOT_PUBLISHED'>> {
  const failure = failureOf(outcome);
  if (failure !== null) log.warn({ menu: id, outcome: outcome.kind }, 'the menu was not published');
  const concluded = await db
    .update(wechatMenu)
    .set(failure === null ? { status: 'published', publishedAt: now } : { status: 'failed', failure })
    .where(and(eq(wechatMenu.id, id), eq(wechatMenu.status, 'publishing')))
    .returning({ id: wechatMenu.id });
  // It took so long that somebody else was let through.
  if (concluded.length === 0) return err('CONFLICT', { detail: MENU_INTERRUPTED });
  return failure === null ? ok(id) : err('MENU_NOT_PUBLISHED', { detail: `没有发布：${failure}` });
}

function failureOf(outcome: WechatOutcome<null>): string | null {
  switch (outcome.kind) {
    case 'ok':
      return null;
    case 'refused':
      return menuReason(outcome.refusal.errcode);
    case 'unsent':
      return MENU_UNSENT;
    case 'unknown':
      return MENU_UNKNOWN;
  }
}
