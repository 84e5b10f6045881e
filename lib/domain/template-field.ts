import { clean, cut } from './message-text';

/** What a template's fields may hold, by the letters their names begin with (模板消息 and 订阅通知, 参数值限制). */
const FIELD_TYPES = [
  'thing',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'const',
  'number',
  'letter',
  'symbol',
  'name',
  'phrase',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface TemplateField {
  /** The type with a number: `thing2`. */
  readonly name: string;
  readonly label: string;
}

const MAX_THING = 20;
const DATE = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})`;
const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const MOMENT = String.raw`(?:${DATE}(?: ?${CLOCK})?|${CLOCK})`;

const PATTERNS = {
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: new RegExp(`^${MOMENT}(?:~${MOMENT})?$`),
  date: new RegExp(`^${MOMENT}(?:~${MOMENT})?$`),
  amount: /^[¥￥$€£]?\d{1,10}(?:\.\d{1,2})?元?$/,
  phone_number: /^[\d+*() -]{1,17}$/,
  car_number: /^.{1,8}$/u,
  const: /^.{1,20}$/u,
  number: /^\d{1,32}(?:\.\d{1,32})?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  name: /^(?:[\x20-\x7e]{1,20}|.{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
} as const satisfies Record<Exclude<FieldType, 'thing'>, RegExp>;

/** `thing` for a name of a kind we do not know: the strictest that still takes any words. */
export const fieldType = (name: string): FieldType => {
  const letters = name.replace(/\d+$/, '');
  return FIELD_TYPES.find((type) => type === letters) ?? 'thing';
};

/**
 * The value as the platform takes it in this field: on one line, words cut to their limit. Null when nothing is left or
 * cutting would change what it says: half an order number is none.
 */
export function fitField(name: string, value: string): string | null {
  const line = clean(value).replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  const type = fieldType(name);
  if (type === 'thing') return cut(line, MAX_THING);
  return PATTERNS[type].test(line) ? line : null;
}

const FIELD = /([^\n{}]*?)[:：]?[ \t]*\{\{(\w{1,40})\.DATA\}\}/g;
/** Taken without complaint and shown to nobody since 2023-05. */
const DROPPED: ReadonlySet<string> = new Set(['first', 'remark']);

/** The fields of a template, out of its `content`: lines like `订单编号:{{character_string1.DATA}}`. */
export function readFields(content: string): TemplateField[] {
  const found = [...content.matchAll(FIELD)].map(([, label = '', name = '']) => ({ name, label: label.trim() }));
  return found.filter(({ name }) => !DROPPED.has(name));
}
