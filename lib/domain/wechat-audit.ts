// WeChat's and the sign-in's part of the audit log; audit.ts joins it with the others.

export const WECHAT_ACTION_LABELS = {
  'account.reset-password': '用验证码重置密码',
  'wechat.refuse': '拒绝绑定或登录',
} as const;

export const WECHAT_SUBJECT_LABELS = { ticket: '微信二维码' } as const;

export const WECHAT_FIELD_LABELS = { attempt: '尝试' } as const;

export const ATTEMPTS = ['forged', 'replayed', 'stolen', 'taken'] as const;
export type Attempt = (typeof ATTEMPTS)[number];
export const ATTEMPT_LABELS = {
  forged: '伪造的二维码',
  replayed: '重复使用二维码',
  stolen: '别人的二维码或链接',
  taken: '已绑定过的微信或账号',
} as const satisfies Record<Attempt, string>;
