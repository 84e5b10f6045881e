/** What administrators do with the shop's own notices. */
export const NOTICE_ACTION_LABELS = {
  'notice.change': '修改通知设置',
  'notice.test': '发送测试通知',
} as const;

export const NOTICE_SUBJECT_LABELS = { notice: '通知' } as const;

export const NOTICE_FIELD_LABELS = {
  isOn: '启用',
  noticeTemplate: '消息模板',
} as const;
