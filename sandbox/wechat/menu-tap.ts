import type { WechatContext } from './context';
import type { MenuLeaf } from './events';
import { clickNews, viewNews } from './push-xml';
import type { User } from './state';

/** `path`: the button's place, "0" or "1.2". Null when there is no such button, or the user has no menu. */
export function buttonAt(ctx: WechatContext, path: string): MenuLeaf | null {
  const [top, sub] = path.split('.').map(Number);
  const button = ctx.store.state.menu?.buttons[top ?? -1];
  if (button === undefined) return null;
  if (button.type === 'list') return button.buttons[sub ?? -1] ?? null;
  return sub === undefined ? button : null;
}

/** By its name as the follower reads it. */
export function buttonNamed(ctx: WechatContext, name: string): MenuLeaf | null {
  const all = ctx.store.state.menu?.buttons.flatMap((one) => (one.type === 'list' ? one.buttons : [one])) ?? [];
  return all.find((button) => button.name === name) ?? null;
}

/** A follower taps a button: the account is told, and for a minute may answer a click. */
export async function tapMenu(ctx: WechatContext, user: User, button: MenuLeaf): Promise<void> {
  if (user.followedAt === null) return;
  if (button.type === 'view') {
    const { menu } = ctx.store.state;
    await ctx.pusher.push(user, viewNews(button.url, menu?.id ?? '0'));
    return;
  }
  ctx.store.record({ type: 'user.clicked', at: ctx.runtime.now(), userId: user.id, key: button.key });
  await ctx.pusher.push(user, clickNews(button.key));
}
