import type { WechatEventRow } from '@/lib/data/admin/wechat-events';
import { MENU_KEYS } from '@/lib/domain/wechat/menu';
import { MENU_KEY_LABELS } from '@/lib/domain/wechat/menu-draft';

/** What it says, for people; null: nothing. */
export function aboutWords({ kind, about }: Pick<WechatEventRow, 'kind' | 'about'>): string | null {
  if (about === null || about === '') return null;
  if (kind === 'CLICK') {
    const key = MENU_KEYS.find((each) => each === about);
    return key ? MENU_KEY_LABELS[key] : about;
  }
  // What WeChat says of a message that has arrived; anything else is why it has not.
  if (kind === 'TEMPLATESENDJOBFINISH') return about === 'success' ? '已送达' : about;
  return kind === 'subscribe' || kind === 'SCAN' ? `场景 ${about}` : about;
}
