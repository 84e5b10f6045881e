import { clean } from '@/lib/domain/message-text';
import { type FieldType, fieldType, fitField } from '@/lib/domain/template-field';

interface FieldRule {
  /** Characters at the most; null where its form says more than its length. */
  readonly max: number | null;
  /** What it takes, for the person who fills it in. */
  readonly hint: string;
}

const RULES = {
  thing: { max: 20, hint: '文字，最多 20 个字' },
  character_string: { max: 32, hint: '字母、数字和符号，最多 32 个' },
  time: { max: null, hint: '例如 2026年3月2日 19:30' },
  amount: { max: null, hint: '例如 ¥199.00' },
  phone_number: { max: 17, hint: '数字和 - ( ) +，最多 17 个' },
  car_number: { max: 8, hint: '车牌号，最多 8 个字' },
  date: { max: null, hint: '例如 2026年3月2日' },
  number: { max: 32, hint: '数字，最多 32 位，可带小数' },
  letter: { max: 32, hint: '字母，最多 32 个' },
  symbol: { max: 5, hint: '符号，最多 5 个' },
  name: { max: 20, hint: '姓名，最多 10 个汉字或 20 个字母' },
  phrase: { max: 5, hint: '汉字，最多 5 个' },
  const: { max: 20, hint: '最多 20 个字，须是模板规定的词' },
} as const satisfies Record<FieldType, FieldRule>;

/** What a template's field takes, by its name. */
export const ruleOf = (fieldName: string): FieldRule => RULES[fieldType(fieldName)];

/**
 * Why WeChat would not take the value as it was typed; null when it would. Words are not cut here, as a notice's are:
 * whoever typed them decides what to leave out.
 */
export function fieldProblem(fieldName: string, typed: string): string | null {
  const value = clean(typed).replace(/\s+/g, ' ').trim();
  if (value === '') return '请填写';
  if (fitField(fieldName, value) === value) return null;
  const { max, hint } = ruleOf(fieldName);
  return max !== null && value.length > max ? `太长了：最多 ${max} 个字` : `格式不对：${hint}`;
}
