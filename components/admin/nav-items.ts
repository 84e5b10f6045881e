import {
  Activity,
  BellRing,
  BookOpen,
  ClipboardList,
  Coins,
  FolderTree,
  GraduationCap,
  LayoutDashboard,
  MessageSquareText,
  PanelBottom,
  Presentation,
  QrCode,
  RadioTower,
  ReceiptText,
  Scale,
  TicketPercent,
  Undo2,
  UserPlus,
  UsersRound,
  Wallet,
} from 'lucide-react';

/** The dashboard's sections, in the order of its navigation. */
export const NAV_GROUPS = [
  {
    label: '经营',
    items: [
      { href: '/admin', label: '概览', icon: LayoutDashboard },
      { href: '/admin/orders', label: '订单', icon: ReceiptText },
      { href: '/admin/refunds', label: '退款', icon: Undo2 },
      { href: '/admin/payments', label: '支付', icon: Wallet },
      { href: '/admin/reconciliation', label: '对账', icon: Scale },
      { href: '/admin/coupons', label: '优惠券', icon: TicketPercent },
      { href: '/admin/beli', label: '贝里', icon: Coins },
      { href: '/admin/users', label: '用户', icon: UsersRound },
    ],
  },
  {
    label: '微信',
    items: [
      { href: '/admin/wechat', label: '公众号', icon: RadioTower },
      { href: '/admin/messages', label: '消息', icon: MessageSquareText },
      { href: '/admin/wechat/menu', label: '菜单', icon: PanelBottom },
      { href: '/admin/invites', label: '邀请', icon: UserPlus },
      { href: '/admin/wechat/qrcodes', label: '渠道二维码', icon: QrCode },
      { href: '/admin/wechat/notices', label: '通知设置', icon: BellRing },
      { href: '/admin/wechat/events', label: '事件', icon: Activity },
    ],
  },
  {
    label: '内容',
    items: [
      { href: '/admin/courses', label: '课程', icon: BookOpen },
      { href: '/admin/degrees', label: '学位课', icon: GraduationCap },
      { href: '/admin/teachers', label: '讲师', icon: Presentation },
      { href: '/admin/categories', label: '分类', icon: FolderTree },
    ],
  },
  {
    label: '安全',
    items: [{ href: '/admin/audit', label: '审计', icon: ClipboardList }],
  },
] as const;
