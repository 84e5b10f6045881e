const DATE = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})`;
const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const MOMENT = String.raw`(?:${DATE}(?: ?${CLOCK})?|${CLOCK})`;

/** 参数值限制 of each type. Lengths are characters, not bytes. */
const RULES = {
  thing: (value: string) => lengthOf(value) <= 20,
  character_string: (value: string) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value: string) => new RegExp(`^${MOMENT}(?:~${MOMENT})?$`).test(value),
  amount: (value: string) => /^[¥￥$€£]?\d{1,12}(?:\.\d+)?元?$/.test(value),
  phone_number: (value: string) => /^[\d+*() -]{1,17}$/.test(value),
  car_number: (value: string) => lengthOf(value) <= 8,
  const: (value: string) => lengthOf(value) <= 20,
} as const satisfies Record<string, (value: string) => boolean>;

export type ValueType = keyof typeof RULES;

/** What is wrong with a value, in the words of 47003; null when it may be sent. Only a const may be empty. */
export function valueProblem(type: ValueType, value: string): 'is empty' | 'invalid' | null {
  if (value.trim() === '') return type === 'const' ? null : 'is empty';
  return RULES[type](value) ? null : 'invalid';
}

function lengthOf(value: string): number {
  return [...value].length;
}
