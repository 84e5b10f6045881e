// The invitations' part of the audit log; audit.ts joins it with the others.

export const INVITE_ACTION_LABELS = {
  'invite.rule': '修改邀请奖励',
  'qrcode.create': '新建渠道二维码',
  'qrcode.archive': '归档渠道二维码',
  'qrcode.restore': '恢复渠道二维码',
} as const;

export const INVITE_SUBJECT_LABELS = {
  'invite-rule': '邀请奖励',
  qrcode: '渠道二维码',
} as const;

export const INVITE_FIELD_LABELS: Readonly<Record<string, string>> = {
  isActive: '启用',
  inviterReward: '邀请人得到',
  inviteeReward: '好友得到',
  qrcodeName: '渠道',
  archived: '已归档',
};
