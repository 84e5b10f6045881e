/** What a message is about, read from its cause. */
export type MessageCause =
  | { readonly kind: 'order' | 'refund' | 'campaign' | 'enrolment' | 'invite'; readonly id: number }
  | { readonly kind: 'coupons' | 'password' | 'test' | 'other' };

const NUMBERED = /^(order|refund|campaign|enrolment|invite):(\d{1,15})(?::|$)/;
const KINDS = { coupons: 'coupons', 'password-reset': 'password', test: 'test' } as const;

export function readCause(cause: string): MessageCause {
  const [, kind, id] = NUMBERED.exec(cause) ?? [];
  switch (kind) {
    case 'order':
    case 'refund':
    case 'campaign':
    case 'enrolment':
    case 'invite':
      return { kind, id: Number(id) };
    default: {
      const first = cause.split(':', 1)[0] ?? '';
      const named = Object.entries(KINDS).find(([word]) => word === first);
      return { kind: named?.[1] ?? 'other' };
    }
  }
}

export const CAUSE_LABELS = {
  order: '订单',
  refund: '退款',
  campaign: '群发',
  enrolment: '课程到期',
  invite: '邀请',
  coupons: '优惠券到期',
  password: '重设密码',
  test: '管理员发给自己的测试',
  other: '系统',
} as const satisfies Record<MessageCause['kind'], string>;
