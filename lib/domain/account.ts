export const ACCOUNT_ROLES = ['student', 'mentor', 'admin'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];
export const ACCOUNT_ROLE_LABELS = {
  student: '学员',
  mentor: '导师',
  admin: '管理员',
} as const satisfies Record<AccountRole, string>;

export const EDUCATION_LEVELS = [
  'middle_school',
  'high_school',
  'college',
  'bachelor',
  'master',
  'doctor',
  'other',
] as const;
export const EDUCATION_LABELS = {
  middle_school: '初中及以下',
  high_school: '高中 / 中专',
  college: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
  other: '其他',
} as const;
