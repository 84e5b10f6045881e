import type { MenuButton } from './menu';

/** What an account without a menu is offered to begin with. */
export const DEFAULT_MENU: readonly MenuButton[] = [
  {
    type: 'list',
    name: '学习',
    items: [
      { type: 'click', name: '我的课程', key: 'courses' },
      { type: 'click', name: '我的订单', key: 'orders' },
    ],
  },
  { type: 'view', name: '购买课程', url: '/courses' },
  {
    type: 'list',
    name: '我的',
    items: [
      { type: 'click', name: '绑定账号', key: 'bind' },
      { type: 'click', name: '邀请好友', key: 'invite' },
      { type: 'click', name: '帮助', key: 'help' },
    ],
  },
];
