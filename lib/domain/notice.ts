import type { Topic } from './message-topic';
import type { Beli, Fen } from './money';
import type { Day } from './shanghai-day';

/** What the shop itself tells a student. Which template carries it is looked up when it is sent. */
export const NOTICES = [
  'order_paid',
  'enrolled',
  'refunded',
  'homework_graded',
  'course_expiring',
  'coupon_expiring',
  'password_code',
  'invite_rewarded',
] as const;
export type Notice = (typeof NOTICES)[number];
export const NOTICE_TITLES = {
  order_paid: '支付成功',
  enrolled: '报名成功',
  refunded: '退款成功',
  homework_graded: '作业已批改',
  course_expiring: '课程即将到期',
  coupon_expiring: '优惠券即将到期',
  password_code: '重设密码的验证码',
  invite_rewarded: '邀请奖励已到账',
} as const satisfies Record<Notice, string>;
export const NOTICE_TOPICS = {
  order_paid: 'order',
  enrolled: 'order',
  refunded: 'order',
  homework_graded: 'study',
  course_expiring: 'study',
  coupon_expiring: 'coupon',
  password_code: 'security',
  invite_rewarded: 'news',
} as const satisfies Record<Notice, Topic>;

/** Somebody has asked for it and waits for it: nobody can turn it off. */
export const isAlwaysOn = (notice: Notice): boolean => NOTICE_TOPICS[notice] === 'security';

/** Why a notice waits although its student is bound. */
export const NO_TEMPLATE = '还没有可用的消息模板';

export interface OrderFacts {
  readonly orderNo: string;
  readonly courses: readonly string[];
  /** What was paid in cash, or is given back in it. */
  readonly cashFen: Fen;
  /** Given back with it; only a refund has this. */
  readonly beli?: Beli;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly student?: string;
  /** With its middle hidden: the outbox need not know it. */
  readonly phone?: string;
}

export interface HomeworkFacts {
  readonly course: string;
  readonly homework: string;
  /** As the mentor gave it, without a unit: `95`, `A`. */
  readonly score: string;
  readonly mentor?: string;
}

export interface CourseEndFacts {
  readonly course: string;
  /** The last day it is open. */
  readonly endsOn: Day;
}

export interface CouponEndFacts {
  /** The name of one; of several kinds the first. */
  readonly coupon: string;
  /** The last day of the first that ends. */
  readonly endsOn: Day;
  /** How many copies end. */
  readonly count: number;
}

export interface CodeFacts {
  /** Null once it was sent, or no longer can be: nobody reads it here. */
  readonly code: string | null;
  /** How long it works, counted from the message's creation. */
  readonly minutes: number;
}

export interface InviteFacts {
  /** What they got, in words. */
  readonly reward: string;
  /** Whether they invited, or were invited. */
  readonly side: 'inviter' | 'invitee';
  /** When, ISO 8601. */
  readonly at: string;
}

export interface NoticeFacts {
  readonly order_paid: OrderFacts;
  readonly enrolled: OrderFacts;
  readonly refunded: OrderFacts;
  readonly homework_graded: HomeworkFacts;
  readonly course_expiring: CourseEndFacts;
  readonly coupon_expiring: CouponEndFacts;
  readonly password_code: CodeFacts;
  readonly invite_rewarded: InviteFacts;
}

/** A notice with its facts. */
export type NoticeSaying = {
  readonly [N in Notice]: { readonly notice: N; readonly facts: NoticeFacts[N] };
}[Notice];

export type NoticeContent = NoticeSaying & {
  readonly kind: 'notice';
  /** Where a tap on the card leads, a path of this site. */
  readonly path: string;
};

/** `138****8000`. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
