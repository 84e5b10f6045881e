// The part of the official account's menu in the audit log; audit.ts joins it with the others.

export const MENU_ACTION_LABELS = { 'menu.save': '保存菜单草稿', 'menu.publish': '发布菜单' } as const;

export const MENU_FIELD_LABELS: Readonly<Record<string, string>> = { menu: '菜单', note: '备注' };
