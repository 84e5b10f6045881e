import { expect, it } from 'vitest';
import { INVITE_ALPHABET, invitePath, readInviteCode } from './invite-code';
import { inviteScene, readScene } from './wechat/scene';

it('reads a code however it was typed, and nothing else', () => {
  expect(readInviteCode(' ABCD2345 ')).toBe('abcd2345');
  for (const wrong of [
    null,
    undefined,
    '',
    'abcd234',
    'abcd23456',
    'abcd234l',
    'abcd2340',
    'abcd-345',
    'ａｂｃｄ2345',
  ]) {
    expect(readInviteCode(wrong)).toBeNull();
  }
});

it('has no letters that look like others, and fits a scene', () => {
  expect(INVITE_ALPHABET).not.toMatch(/[ilo01]/);
  expect(readScene(inviteScene('abcd2345'))).toEqual({ kind: 'invite', code: 'abcd2345' });
});

it('leads on to a page of this site', () => {
  expect(invitePath('abcd2345')).toBe('/i/abcd2345');
  expect(invitePath('abcd2345', '/courses/a?b=c')).toBe('/i/abcd2345?to=%2Fcourses%2Fa%3Fb%3Dc');
});
