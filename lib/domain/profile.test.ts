import { describe, expect, it } from 'vitest';
import { profileSchema } from './profile';

const typed = { nickname: '路飞', bio: '', email: '' };
const message = (input: object): string | undefined => profileSchema.safeParse(input).error?.issues[0]?.message;

describe('profileSchema', () => {
  it('gives back what was typed, tidied', () => {
    const input = { nickname: '  草帽\t路飞 ', bio: ' 第一行\r\n第二行\u0000 ', email: ' luffy@example.com ' };
    expect(profileSchema.parse(input)).toEqual({
      nickname: '草帽 路飞',
      bio: '第一行\n第二行',
      email: 'luffy@example.com',
    });
  });

  it('reads an empty e-mail as none', () => {
    expect(profileSchema.parse(typed).email).toBeNull();
    expect(profileSchema.parse({ nickname: '路飞' })).toEqual({ nickname: '路飞', bio: '', email: null });
  });

  it('keeps emoji whole and counts them as one sees them in code points', () => {
    expect(profileSchema.parse({ ...typed, nickname: '👨‍👩‍👧' }).nickname).toBe('👨‍👩‍👧');
    expect(message({ ...typed, nickname: '🏴'.repeat(20) })).toBeUndefined();
    expect(message({ ...typed, nickname: '🏴'.repeat(21) })).toBe('昵称最多 20 个字');
  });

  it.each([
    [{ ...typed, nickname: '' }, '请填写昵称'],
    [{ ...typed, nickname: '\u200b\u202e\u200d' }, '请填写昵称'],
    [{}, '请填写昵称'],
    [{ ...typed, bio: '字'.repeat(201) }, '个人简介最多 200 个字'],
    [{ ...typed, email: 'luffy' }, '邮箱格式不正确'],
    [{ ...typed, email: 'a b@example.com' }, '邮箱格式不正确'],
    [
      {
        ...typed,
        email: `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.com`,
      },
      '邮箱过长',
    ],
  ])('refuses %j', (input, expected) => {
    expect(message(input)).toBe(expected);
  });
});
