/** What a message is about, as a student may mute it. Whatever is needed to sign in cannot be muted. */
export const TOPICS = ['order', 'study', 'coupon', 'news', 'security'] as const;
export type Topic = (typeof TOPICS)[number];
export const TOPIC_LABELS = {
  order: '订单与退款',
  study: '学习提醒',
  coupon: '优惠券到期',
  news: '学校通知与活动',
  security: '账号安全',
} as const satisfies Record<Topic, string>;
export const MUTABLE_TOPICS = ['order', 'study', 'coupon', 'news'] as const satisfies readonly Topic[];

/** 模板消息, or 订阅通知. */
export const TEMPLATE_CHANNELS = ['template', 'subscribe'] as const;
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number];
