import { describe, expect, it } from 'vitest';
import { enrolmentFormSchema } from './enrolment-form';

const VALID = {
  name: '蒙奇路飞',
  phone: '13812345678',
  education: 'bachelor',
  goal: '想转行做后端开发工程师，半年内入职',
};

function messages(changed: Record<string, unknown>): string[] {
  const parsed = enrolmentFormSchema.safeParse({ ...VALID, ...changed });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

const parse = (changed: Record<string, unknown>) => enrolmentFormSchema.parse({ ...VALID, ...changed });

describe('姓名', () => {
  it.each(['路飞', '阿卜杜拉·买买提', 'Monkey D. Luffy', "Seán O'Brien", 'Jean-Luc', '𠮷野家'])('takes %s', (name) => {
    expect(messages({ name })).toEqual([]);
  });

  it.each([
    ['', '请填写姓名'],
    ['   ', '请填写姓名'],
    ['路', '姓名应为 2–20 个字'],
    ['𠮷', '姓名应为 2–20 个字'],
    ['路'.repeat(21), '姓名应为 2–20 个字'],
    ['路飞1号', '姓名只能是中文或英文字母'],
    ['路飞Luffy', '姓名只能是中文或英文字母'],
    ['<b>路飞</b>', '姓名只能是中文或英文字母'],
    ['·路飞', '姓名只能是中文或英文字母'],
    ['路飞\u0000', '姓名只能是中文或英文字母'],
  ])('refuses %j: %s', (name, message) => {
    expect(messages({ name })).toEqual([message]);
  });

  it('is tidied', () => {
    expect(parse({ name: '  Monkey   D. Luffy ' }).name).toBe('Monkey D. Luffy');
  });
});

describe('手机', () => {
  it.each(['13812345678', ' 138 1234 5678 ', '１３８１２３４５６７８', '19900000000'])('takes %s', (phone) => {
    expect(parse({ phone }).phone).toMatch(/^1[3-9]\d{9}$/);
  });

  it.each([
    ['', '请填写手机号'],
    ['12812345678', '请填写 11 位的大陆手机号'],
    ['1381234567', '请填写 11 位的大陆手机号'],
    ['138123456789', '请填写 11 位的大陆手机号'],
    ['010-12345678', '请填写 11 位的大陆手机号'],
    ['1381234567a', '请填写 11 位的大陆手机号'],
  ])('refuses %j: %s', (phone, message) => {
    expect(messages({ phone })).toEqual([message]);
  });
});

describe('学历 and 学习目标', () => {
  it('takes only the listed levels', () => {
    expect(messages({ education: '' })).toEqual(['请选择学历']);
    expect(messages({ education: 'constructor' })).toEqual(['请选择学历']);
    expect(messages({ education: undefined })).toEqual(['请选择学历']);
  });

  it('counts characters of the trimmed goal, with a line break as one', () => {
    expect(messages({ goal: '学'.repeat(9) })).toEqual(['学习目标应为 10–500 个字']);
    expect(messages({ goal: `  ${'学'.repeat(10)}  ` })).toEqual([]);
    expect(messages({ goal: `${'学'.repeat(249)}\r\n${'😀'.repeat(250)}` })).toEqual([]);
    expect(messages({ goal: '学'.repeat(501) })).toEqual(['学习目标应为 10–500 个字']);
    expect(messages({ goal: ' \r\n ' })).toEqual(['请填写学习目标']);
  });

  it('drops control characters, which the database refuses', () => {
    expect(parse({ goal: `转行做\u0000后端开发工程师\u0007\r\n半年内` }).goal).toBe('转行做后端开发工程师\n半年内');
  });

  it('names every missing field', () => {
    expect(enrolmentFormSchema.safeParse({}).error?.issues.map((issue) => issue.path[0])).toEqual([
      'name',
      'phone',
      'education',
      'goal',
    ]);
  });
});
