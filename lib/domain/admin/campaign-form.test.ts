import { describe, expect, it } from 'vitest';
import { campaignFormSchema, campaignTestSchema } from './campaign-form';

const FORM = {
  formKey: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  title: ' 开课  提醒 ',
  kind: 'text',
  text: '今晚直播',
  to: 'matching',
  when: 'now',
};
const ANYONE = { q: '', role: null, bought: null, unpaid: null, expiring: null, idle: null };

const problems = (fields: Record<string, string>) =>
  Object.fromEntries(
    (campaignFormSchema.safeParse(fields).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );

describe('what a form asks for', () => {
  it('is read from its flat fields', () =>
    expect(campaignFormSchema.parse({ ...FORM, unpaid: 'yes', expiring: '7' })).toEqual({
      formKey: FORM.formKey,
      title: '开课 提醒',
      audience: { kind: 'matching', filter: { ...ANYONE, unpaid: 'yes', expiring: 7 } },
      content: { kind: 'text', text: '今晚直播', fallback: null },
      sendAt: null,
    }));

  it('names people by hand once each, or by a list', () => {
    const picked = campaignFormSchema.parse({ ...FORM, to: 'picked', 'to.7': 'on', 'to.3': 'on', 'to.07': 'on' });
    expect(picked.audience).toEqual({ kind: 'picked', accountIds: [3, 7] });
    expect(campaignFormSchema.parse({ ...FORM, to: 'list', list: ' luffy\nzoro ' }).audience).toEqual({
      kind: 'list',
      text: 'luffy\nzoro',
    });
  });

  it('gives a text the card that goes instead of it', () => {
    const { content } = campaignFormSchema.parse({
      ...FORM,
      'fallback.templateId': 'T',
      'fallback.path': '/learn',
      'fallback.field.thing1': '直播',
    });
    const fallback = { templateId: 'T', path: '/learn', data: { thing1: '直播' } };
    expect(content).toEqual({ kind: 'text', text: '今晚直播', fallback });
  });

  it('is a time on a clock in Beijing', () =>
    expect(campaignFormSchema.parse({ ...FORM, when: 'later', at: '2026-03-02T19:30' }).sendAt).toEqual(
      new Date('2026-03-02T11:30:00Z'),
    ));
});

describe('what is wrong stands beside its field', () => {
  it.each([
    [
      { ...FORM, title: '', text: ' ' },
      { title: '请填写标题', text: '请填写内容' },
    ],
    [{ ...FORM, to: 'picked' }, { to: '请至少选择一位用户' }],
    [{ ...FORM, to: 'list', list: ' ' }, { list: '请填写名单' }],
    [{ ...FORM, when: 'later', at: '' }, { at: '请填写发送时间' }],
    [{ ...FORM, when: 'later', at: '2026-13-40T25:00' }, { at: '没有这个时间' }],
    // Not the 3rd of March.
    [{ ...FORM, when: 'later', at: '2026-02-31T10:00' }, { at: '没有这个时间' }],
    // Not at once.
    [{ ...FORM, when: 'tomorrow' }, { when: '请选择发送时间' }],
    [
      { ...FORM, 'fallback.templateId': 'T', 'fallback.path': 'https://elsewhere' },
      { 'fallback.path': '只能是本站的路径，例如 /courses' },
    ],
  ])('%#', (fields, expected) => expect(problems(fields)).toEqual(expected));
});

it.each([
  { bought: 'Go' },
  { expiring: '366' },
  { idle: '-1' },
  { unpaid: 'true' },
  { role: 'teacher' },
  { q: 'x'.repeat(51) },
])('a condition that makes no sense means nobody, not everyone: %j', (filter: Record<string, string>) =>
  expect(problems({ ...FORM, ...filter })).toEqual({ to: '筛选条件不对，请刷新页面后重新选择' }),
);

it('a test needs no recipients', () =>
  expect(campaignTestSchema.parse({ title: '标题', kind: 'text', text: '内容' })).toEqual({
    title: '标题',
    content: { kind: 'text', text: '内容', fallback: null },
  }));
