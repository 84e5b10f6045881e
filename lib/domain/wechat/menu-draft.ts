import { localPath } from '@/lib/domain/local-path';
import { clean } from '@/lib/domain/message-text';
import { MENU_KEYS, type MenuAction, type MenuButton, type MenuKey } from './menu';

// The menu as it is being edited: texts. The browser loads this file, so it knows no schema library.

/** What `/cgi-bin/menu/create` takes; bytes are of UTF-8. A path leaves room for the address of the site before it. */
export const MENU_LIMITS = {
  buttons: 3,
  items: 5,
  nameBytes: 16,
  itemNameBytes: 60,
  urlBytes: 1024,
  pathBytes: 900,
  /** What a phone shows of a name, at the bottom and in a list: so many Chinese characters, twice as many Latin ones. */
  shownCharacters: 4,
  shownItemCharacters: 8,
} as const;

export const MENU_KEY_LABELS = {
  courses: '我的课程',
  orders: '我的订单',
  bind: '账号绑定',
  invite: '邀请好友',
  help: '帮助',
} as const satisfies Record<MenuKey, string>;

export const MENU_TYPE_LABELS = { list: '展开二级菜单', click: '回复消息', view: '打开网页' } as const;
export type MenuType = keyof typeof MENU_TYPE_LABELS;

/** A button below another one, as it is typed. What its type does not need is kept, in case the type is changed back. */
export interface DraftItem {
  readonly name: string;
  readonly type: Exclude<MenuType, 'list'>;
  readonly key: MenuKey;
  readonly url: string;
}

export interface DraftButton extends Omit<DraftItem, 'type'> {
  readonly type: MenuType;
  readonly items: readonly DraftItem[];
}

export type MenuDraft = readonly DraftButton[];

export const NEW_ITEM: DraftItem = { name: '', type: 'view', key: 'courses', url: '' };
export const NEW_BUTTON: DraftButton = { ...NEW_ITEM, items: [] };

/** The form's fields of the button in that place, and of one below it; places count from 0, names from 1. */
export const buttonPrefix = (place: number): string => `b${place + 1}`;
export const itemPrefix = (place: number, item: number): string => `${buttonPrefix(place)}.i${item + 1}`;

const draftAction = (action: MenuAction): DraftItem => ({ ...NEW_ITEM, ...action });

export const draftOf = (buttons: readonly MenuButton[]): MenuDraft =>
  buttons.map((button) =>
    button.type === 'list'
      ? { ...NEW_BUTTON, name: button.name, type: 'list', items: button.items.map(draftAction) }
      : { ...NEW_BUTTON, ...draftAction(button) },
  );

type Fields = Readonly<Record<string, unknown>>;

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
const oneOf = <T extends string>(choices: readonly T[], text: string): T | null =>
  choices.find((choice) => choice === text) ?? null;

function typedItem(fields: Fields, prefix: string): DraftItem {
  return {
    name: textOf(fields, `${prefix}.name`),
    type: oneOf(['click', 'view'], textOf(fields, `${prefix}.type`)) ?? NEW_ITEM.type,
    key: oneOf(MENU_KEYS, textOf(fields, `${prefix}.key`)) ?? NEW_ITEM.key,
    url: textOf(fields, `${prefix}.url`),
  };
}

/** A place counts when the form says so, or when something was typed into an empty one; not when it is to go. */
function isThere(fields: Fields, prefix: string, hasItems = false): boolean {
  if (fields[`${prefix}.drop`] !== undefined) return false;
  const isTyped = ['name', 'url'].some((name) => textOf(fields, `${prefix}.${name}`).trim() !== '');
  return fields[`${prefix}.used`] !== undefined || isTyped || hasItems;
}

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

/** What a sent form says. Places that were left out are closed up: names of fields count what is here. */
export function typedDraft(fields: Fields): MenuDraft {
  return places(MENU_LIMITS.buttons).flatMap((place): DraftButton[] => {
    const prefix = buttonPrefix(place);
    const items = places(MENU_LIMITS.items)
      .map((item) => itemPrefix(place, item))
      .filter((below) => isThere(fields, below))
      .map((below) => typedItem(fields, below));
    if (!isThere(fields, prefix, items.length > 0)) return [];
    const type = oneOf(['list', 'click', 'view'], textOf(fields, `${prefix}.type`)) ?? NEW_BUTTON.type;
    return [{ ...typedItem(fields, prefix), type, items }];
  });
}

const encoder = new TextEncoder();
export const byteLength = (text: string): number => encoder.encode(text).length;

/** The name as it is kept: one line, without what no one should see. */
export const menuName = (typed: string): string => clean(typed).replace(/\s+/gu, ' ').trim();

/** The name as a phone shows it, where there is room for so many Chinese characters. */
export function shownName(name: string, characters: number): string {
  let width = 0;
  let shown = '';
  for (const character of name) {
    width += character > '\u00ff' ? 2 : 1;
    if (width > characters * 2) return `${shown}…`;
    shown += character;
  }
  return shown;
}

/** The page of a button as it is kept: a path of this site, or a whole http(s) address. Null: neither. */
export function menuTarget(typed: string): string | null {
  const text = typed.trim();
  if (text.startsWith('/')) return localPath(text, '') || null;
  if (!/^https?:\/\//i.test(text) || /\s/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && clean(text) === text ? url.href : null;
}

export interface MenuProblem {
  /** Of the form. */
  readonly field: string;
  readonly message: string;
}

/** Why WeChat would not take the menu, field by field; none when it would. */
export function menuProblems(draft: MenuDraft): MenuProblem[] {
  if (draft.length === 0) return [{ field: 'b1.name', message: '菜单里至少要有一个按钮' }];
  return draft.flatMap((button, place) => {
    const prefix = buttonPrefix(place);
    if (button.type !== 'list') return actionProblems(button, prefix, MENU_LIMITS.nameBytes);
    const own = nameProblems(button.name, prefix, MENU_LIMITS.nameBytes);
    const empty = button.items.length === 0 ? [{ field: `${prefix}.type`, message: '二级菜单里至少要有一个按钮' }] : [];
    const below = button.items.flatMap((item, index) =>
      actionProblems(item, itemPrefix(place, index), MENU_LIMITS.itemNameBytes),
    );
    return [...own, ...empty, ...below];
  });
}

function nameProblems(typed: string, prefix: string, most: number): MenuProblem[] {
  const field = `${prefix}.name`;
  const name = menuName(typed);
  if (name === '') return [{ field, message: '请填写名称' }];
  return byteLength(name) <= most
    ? []
    : [
        {
          field,
          message: `名称太长：最多 ${most} 字节（${Math.floor(most / 3)} 个汉字），现在是 ${byteLength(name)} 字节`,
        },
      ];
}

function actionProblems({ name, type, url }: Pick<DraftButton, 'name' | 'type' | 'url'>, prefix: string, most: number) {
  const problems = nameProblems(name, prefix, most);
  const target = type === 'view' ? targetProblem(url) : null;
  return target === null ? problems : [...problems, { field: `${prefix}.url`, message: target }];
}

function targetProblem(typed: string): string | null {
  if (typed.trim() === '') return '请填写要打开的网页';
  const target = menuTarget(typed);
  if (target === null) return '请填写本站的路径（以 / 开头）或完整的网址（以 http:// 或 https:// 开头）';
  const most = target.startsWith('/') ? MENU_LIMITS.pathBytes : MENU_LIMITS.urlBytes;
  return byteLength(target) <= most ? null : `网址太长：最多 ${most} 字节`;
}

/** The menu that a draft without problems stands for. */
export const buttonsOf = (draft: MenuDraft): MenuButton[] =>
  draft.map((button) =>
    button.type === 'list'
      ? { type: 'list', name: menuName(button.name), items: button.items.map(actionOf) }
      : actionOf({ ...button, type: button.type }),
  );

function actionOf({ name, type, key, url }: DraftItem): MenuAction {
  const named = menuName(name);
  return type === 'click' ? { type, name: named, key } : { type, name: named, url: menuTarget(url) ?? '/' };
}
