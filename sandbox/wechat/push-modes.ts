/** How messages go to the account's server: 明文, 兼容, 安全模式. */
export const PUSH_MODES = ['plain', 'compat', 'safe'] as const;
export type PushMode = (typeof PUSH_MODES)[number];
