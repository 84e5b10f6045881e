import { z } from 'zod';
import { err, ok, type Result } from '../result';
import { randomDigits } from '../runtime';
import type { ApiAnswer, ApiCall } from './api-call';
import { type ApiError, apiError, type Errcode } from './api-error';
import type { WechatContext } from './context';
import type { MenuButton, MenuLeaf } from './events';

/** How a button is refused depends on where it stands: the errcodes come in pairs. */
interface Level {
  readonly nameBytes: number;
  readonly type: Errcode;
  readonly name: Errcode;
  readonly key: Errcode;
  readonly url: Errcode;
  readonly domain: Errcode;
}

const TOP: Level = { nameBytes: 16, type: 40017, name: 40018, key: 40019, url: 40020, domain: 40055 };
const SUB: Level = { nameBytes: 60, type: 40024, name: 40025, key: 40026, url: 40027, domain: 40054 };
const MAX_BUTTONS = 3;
const MAX_SUB_BUTTONS = 5;
const MAX_KEY_BYTES = 128;
const MAX_URL_BYTES = 1024;

const menuSchema = z.object({ button: z.array(z.unknown()) });
const textsSchema = z.object({
  type: z.string().default(''),
  name: z.string().default(''),
  key: z.string().default(''),
  url: z.string().default(''),
  sub_button: z.array(z.unknown()).default([]),
});

/** Replaces the whole menu. Of the button types, click and view are known here. */
export function createMenu(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const menu = menuSchema.safeParse(call.body);
  if (!menu.success) return err(apiError(40016));
  const buttons = readButtons(menu.data.button);
  if (!buttons.ok) return buttons;
  const id = randomDigits(ctx.runtime, 9);
  ctx.store.record({ type: 'menu.changed', at: ctx.runtime.now(), menu: { id, buttons: buttons.value } });
  return ok('{"errcode":0,"errmsg":"ok"}');
}

export function getMenu({ store }: WechatContext): ApiAnswer {
  const { menu } = store.state;
  if (menu === null) return err(apiError(46003));
  return ok(JSON.stringify({ menu: { button: menu.buttons.map(buttonView), menuid: Number(menu.id) } }));
}

export function deleteMenu(ctx: WechatContext): ApiAnswer {
  ctx.store.record({ type: 'menu.changed', at: ctx.runtime.now(), menu: null });
  return ok('{"errcode":0,"errmsg":"ok"}');
}

function readButtons(given: readonly unknown[]): Result<MenuButton[], ApiError> {
  if (given.length < 1 || given.length > MAX_BUTTONS) return err(apiError(40016));
  return collect(given, readButton);
}

function readButton(given: unknown): Result<MenuButton, ApiError> {
  const button = textsSchema.safeParse(given);
  if (!button.success) return err(apiError(40016));
  const { name, sub_button: subButtons } = button.data;
  if (subButtons.length === 0) return readLeaf(given, TOP);
  const refused = nameProblem(name, TOP);
  if (refused !== null) return err(refused);
  if (subButtons.length > MAX_SUB_BUTTONS) return err(apiError(40023));
  const leaves = collect(subButtons, (one) => readLeaf(one, SUB));
  return leaves.ok ? ok({ type: 'list', name, buttons: leaves.value }) : leaves;
}

function readLeaf(given: unknown, level: Level): Result<MenuLeaf, ApiError> {
  const button = textsSchema.safeParse(given);
  if (!button.success) return err(apiError(level.type));
  const { type, name, key, url } = button.data;
  const refused = nameProblem(name, level);
  if (refused !== null) return err(refused);
  if (type === 'click') {
    return within(key, MAX_KEY_BYTES) ? ok({ type, name, key }) : err(apiError(level.key));
  }
  if (type !== 'view') return err(apiError(level.type));
  if (!within(url, MAX_URL_BYTES)) return err(apiError(level.url));
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? ok({ type, name, url }) : err(apiError(level.domain));
}

function nameProblem(name: string, level: Level): ApiError | null {
  return within(name, level.nameBytes) ? null : apiError(level.name);
}

function within(text: string, maxBytes: number): boolean {
  return text.trim() !== '' && Buffer.byteLength(text) <= maxBytes;
}

function collect<T>(given: readonly unknown[], read: (one: unknown) => Result<T, ApiError>): Result<T[], ApiError> {
  const all: T[] = [];
  for (const one of given) {
    const value = read(one);
    if (!value.ok) return value;
    all.push(value.value);
  }
  return ok(all);
}

function buttonView(button: MenuButton): object {
  if (button.type === 'list') return { name: button.name, sub_button: button.buttons.map(buttonView) };
  return { ...button, sub_button: [] };
}
