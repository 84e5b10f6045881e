/** publishing: committed, WeChat is being asked. */
export const MENU_STATUSES = ['draft', 'publishing', 'published', 'failed'] as const;
export type MenuStatus = (typeof MENU_STATUSES)[number];

/** How long WeChat is being asked at the most: whatever is `publishing` for longer was interrupted. */
export const PUBLISHING_SECONDS = 90;

/** What a button of the kind `click` makes the account answer. */
export const MENU_KEYS = ['courses', 'orders', 'bind', 'invite', 'help'] as const;
export type MenuKey = (typeof MENU_KEYS)[number];

/** A button that does something: asks the account, or opens a page. */
export type MenuAction =
  | { readonly type: 'click'; readonly name: string; readonly key: MenuKey }
  /** A path of this site, or a whole address. */
  | { readonly type: 'view'; readonly name: string; readonly url: string };

/** A button at the bottom: one that does something, or a list of such. */
export type MenuButton =
  | MenuAction
  | { readonly type: 'list'; readonly name: string; readonly items: readonly MenuAction[] };
