import { describe, expect, it } from 'vitest';
import { DEFAULT_MENU } from './default-menu';
import {
  buttonsOf,
  draftOf,
  MENU_LIMITS,
  menuProblems,
  menuTarget,
  NEW_BUTTON,
  NEW_ITEM,
  shownName,
  typedDraft,
} from './menu-draft';
import { menuFormSchema } from './menu-form';

const view = (name: string, url = '/courses') => ({ ...NEW_ITEM, name, url });
const button = (name: string, url = '/courses') => ({ ...NEW_BUTTON, name, url });
const list = (name: string, ...items: readonly (typeof NEW_ITEM)[]) => ({
  ...NEW_BUTTON,
  type: 'list' as const,
  name,
  items,
});
const fieldsOf = (draft: ReturnType<typeof draftOf>) => menuProblems(draft).map(({ field }) => field);

describe('a draft of the menu', () => {
  it('is the menu it came from', () => {
    expect(buttonsOf(draftOf(DEFAULT_MENU))).toEqual(DEFAULT_MENU);
    expect(menuProblems(draftOf(DEFAULT_MENU))).toEqual([]);
  });

  it('needs a button, and in every list another one', () => {
    expect(fieldsOf([])).toEqual(['b1.name']);
    expect(fieldsOf([button('购买'), list('学习')])).toEqual(['b2.type']);
  });

  it('counts the bytes of names: 16 at the bottom, 60 in a list', () => {
    expect(fieldsOf([button('购买全部课a')])).toEqual([]);
    expect(fieldsOf([button('购买全部课程')])).toEqual(['b1.name']);
    expect(menuProblems([button('购买全部课程')])[0]?.message).toContain('最多 16 字节（5 个汉字），现在是 18 字节');
    expect(fieldsOf([list('学习', view('课'.repeat(20)))])).toEqual([]);
    expect(fieldsOf([list('学习', view('一'), view(`${'课'.repeat(20)}a`))])).toEqual(['b1.i2.name']);
    expect(fieldsOf([list('六个汉字太长', view(''))])).toEqual(['b1.name', 'b1.i1.name']);
  });

  it('names nothing with what cannot be seen', () => {
    expect(fieldsOf([button('\u200b \u202e')])).toEqual(['b1.name']);
    expect(buttonsOf([button(' 购\u0000买  课 ')])).toEqual([{ type: 'view', name: '购买 课', url: '/courses' }]);
  });

  it('counts the bytes of addresses: 1024 whole, 900 of a path', () => {
    const whole = `https://a.example/${'x'.repeat(1024 - 18)}`;
    expect(fieldsOf([button('一', whole)])).toEqual([]);
    expect(fieldsOf([button('一', `${whole}x`)])).toEqual(['b1.url']);
    expect(fieldsOf([button('一', `/${'x'.repeat(899)}`)])).toEqual([]);
    expect(fieldsOf([button('一', `/${'x'.repeat(900)}`)])).toEqual(['b1.url']);
  });

  it('minds the target of its own type alone', () => {
    expect(fieldsOf([{ ...button('一', 'nonsense'), type: 'click' }])).toEqual([]);
    expect(fieldsOf([{ ...list('一', view('二')), url: 'nonsense' }])).toEqual([]);
    expect(fieldsOf([button('一', '')])).toEqual(['b1.url']);
  });
});

describe('the page of a button', () => {
  it.each([
    ['/courses', '/courses'],
    [' /orders?page=2#x ', '/orders?page=2#x'],
    ['/courses?q=中', '/courses?q=%E4%B8%AD'],
    ['https://luffy.example', 'https://luffy.example/'],
    ['HTTP://Luffy.example/a', 'http://luffy.example/a'],
  ])('%s', (typed, kept) => {
    expect(menuTarget(typed)).toBe(kept);
  });

  it.each([
    '',
    'courses',
    '//evil.example',
    '/..//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'ftp://a.example/',
    'https://',
    'https://a b.example/',
    'https://name:word@a.example/',
    'https://a.example/\u202e',
    'data:text/html,x',
  ])('is not %j', (typed) => {
    expect(menuTarget(typed)).toBeNull();
  });
});

describe('the form', () => {
  const form = (fields: Record<string, string>) => menuFormSchema.safeParse(fields);

  it('leaves out empty places and such as are to go, and closes up', () => {
    const draft = typedDraft({
      'b1.name': '旧',
      'b1.used': '1',
      'b1.drop': 'on',
      'b2.name': '',
      'b2.url': ' ',
      'b3.name': '学习',
      'b3.type': 'list',
      'b3.i2.name': '课程',
      'b3.i2.type': 'click',
      'b3.i2.key': 'help',
    });
    expect(buttonsOf(draft)).toEqual([
      { type: 'list', name: '学习', items: [{ type: 'click', name: '课程', key: 'help' }] },
    ]);
  });

  it('does not forget a place that was added and left empty', () => {
    expect(form({ 'b1.used': '1', 'b1.name': '', 'b1.type': 'click' }).error?.issues[0]?.path).toEqual(['b1.name']);
  });

  it('reads no more than there may be, and nothing strange', () => {
    const many = Object.fromEntries([1, 2, 3, 4].map((place) => [`b${place}.name`, '名']));
    expect(typedDraft(many)).toHaveLength(3);
    expect(typedDraft({ 'b1.name': '名', 'b1.type': '__proto__', 'b1.key': 'toString' })[0]).toEqual(button('名', ''));
    expect(typedDraft({ 'b1.name': 7, 'b1.used': '1' })[0]?.name).toBe('');
  });

  it('takes a note of one line', () => {
    const fields = { 'b1.used': '1', 'b1.name': '帮助', 'b1.type': 'click', 'b1.key': 'help', note: ' 新\n菜单 ' };
    expect(form(fields).data).toEqual({ buttons: [{ type: 'click', name: '帮助', key: 'help' }], note: '新 菜单' });
    expect(form({ ...fields, note: '长'.repeat(61) }).error?.issues[0]?.path).toEqual(['note']);
  });
});

describe('the name on the phone', () => {
  it.each([
    ['我的课程', '我的课程'],
    ['我的全部课程', '我的全部…'],
    ['VIP课程', 'VIP课程'],
    ['abcdefghi', 'abcdefgh…'],
  ])('%s is shown as %s at the bottom', (name, shown) => {
    expect(shownName(name, MENU_LIMITS.shownCharacters)).toBe(shown);
  });
});
