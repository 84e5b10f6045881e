import { Badge } from '@/components/ui/badge';
import type { MenuState } from '@/lib/data/admin/wechat-menu';

const LOOKS = {
  current: { tone: 'success', label: '现在的菜单' },
  earlier: { tone: 'neutral', label: '曾经发布' },
  draft: { tone: 'info', label: '草稿' },
  publishing: { tone: 'gold', label: '正在发布' },
  interrupted: { tone: 'danger', label: '发布中断' },
  failed: { tone: 'danger', label: '没有发布' },
} as const satisfies Record<MenuState, object>;

export const MenuBadge = ({ state }: { state: MenuState }) => (
  <Badge tone={LOOKS[state].tone}>{LOOKS[state].label}</Badge>
);
