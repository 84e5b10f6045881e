import { describe, expect, it } from 'vitest';
import { changePasswordSchema, registerSchema, signInSchema } from './credentials';

const registering = (username: unknown, password: unknown) => registerSchema.safeParse({ username, password });
const complaint = (username: unknown, password: unknown) => {
  const issue = registering(username, password).error?.issues[0];
  return issue && [issue.path.join('.'), issue.message];
};

describe('registerSchema', () => {
  it.each([
    ['luffy', 'luffy'],
    ['Luffy_99', 'Luffy_99'],
    [' abc ', 'abc'],
    ['ｌｕｆｆｙ９', 'luffy9'],
    ['a'.repeat(20), 'a'.repeat(20)],
  ])('takes the username %j', (typed, expected) => {
    expect(registering(typed, 'password1').data?.username).toBe(expected);
  });

  it.each([
    [undefined, '请填写用户名'],
    ['  ', '请填写用户名'],
    ['ab', '用户名应为 3–20 个字符'],
    ['a'.repeat(21), '用户名应为 3–20 个字符'],
    ['路飞路飞', '用户名只能包含字母、数字和下划线'],
    ['lu ffy', '用户名只能包含字母、数字和下划线'],
    ['luffy\u0000', '用户名只能包含字母、数字和下划线'],
    ['аdmin', '用户名只能包含字母、数字和下划线'],
  ])('refuses the username %j', (typed, expected) => {
    expect(complaint(typed, 'password1')).toEqual(['username', expected]);
  });

  it.each([
    [undefined, '请填写密码'],
    ['', '请填写密码'],
    ['1234567', '密码应为 8–72 个字符'],
    ['字'.repeat(73), '密码应为 8–72 个字符'],
    ['x'.repeat(1001), '密码过长'],
    ['LUFFY_99', '密码不能与用户名相同'],
  ])('refuses the password %j', (typed, expected) => {
    expect(complaint('luffy_99', typed)).toEqual(['password', expected]);
  });

  it('counts characters, not bytes or code units', () => {
    expect(registering('luffy', '🏴'.repeat(72)).success).toBe(true);
    expect(registering('luffy', '草帽海贼团路飞一').success).toBe(true);
  });
});

describe('signInSchema', () => {
  it('reads a name and a password as registering did', () => {
    expect(signInSchema.parse({ username: ' ｌｕｆｆｙ', password: 'ｐass word' })).toEqual({
      username: 'luffy',
      password: 'pass word',
    });
  });

  it('lets names through that no account can have', () => {
    expect(signInSchema.safeParse({ username: '路\u0000飞', password: 'x' }).success).toBe(true);
    expect(signInSchema.safeParse({ username: ' ', password: 'x' }).success).toBe(false);
  });
});

describe('changePasswordSchema', () => {
  it('wants another password', () => {
    const same = changePasswordSchema.safeParse({ currentPassword: 'password1', newPassword: 'password1' });
    expect(same.error?.issues[0]).toMatchObject({ path: ['newPassword'], message: '新密码不能与当前密码相同' });
  });
});
