import { z } from 'zod';
import { CREDENTIAL_LIMITS } from './account-limits';

// A phone's keyboard often gives full-width letters and digits: they mean the ordinary ones.
const widthless = (text: string): string => text.normalize('NFKC');

/** ASCII only: no two names can look alike. A Chinese name is what the nickname is for. */
export const usernameSchema = z
  .string('请填写用户名')
  .transform((text) => widthless(text).trim())
  .pipe(
    z
      .string()
      .min(1, { error: '请填写用户名', abort: true })
      .min(CREDENTIAL_LIMITS.username.min, { error: '用户名应为 3–20 个字符', abort: true })
      .max(CREDENTIAL_LIMITS.username.max, { error: '用户名应为 3–20 个字符', abort: true })
      .regex(/^\w+$/, '用户名只能包含字母、数字和下划线'),
  );

/** A password as typed to prove who one is. The limit only spares the hash a text no account can have. */
const passwordSchema = z
  .string('请填写密码')
  .min(1, { error: '请填写密码', abort: true })
  .max(1000, { error: '密码过长', abort: true })
  .transform(widthless);

/** A password being chosen. */
const newPasswordSchema = passwordSchema.refine((text) => {
  const length = [...text].length;
  return length >= CREDENTIAL_LIMITS.password.min && length <= CREDENTIAL_LIMITS.password.max;
}, '密码应为 8–72 个字符');

export const signInSchema = z.object({
  // Any text: a name no account can have must be answered, and counted, like a wrong one.
  username: z
    .string('请填写用户名')
    .max(1000, '用户名过长')
    .transform((text) => widthless(text).trim())
    .refine((text) => text !== '', '请填写用户名'),
  password: passwordSchema,
});
export type SignInInput = z.output<typeof signInSchema>;

export const registerSchema = z
  .object({ username: usernameSchema, password: newPasswordSchema })
  .refine((input) => input.username.toLowerCase() !== input.password.toLowerCase(), {
    path: ['password'],
    error: '密码不能与用户名相同',
  });
export type RegisterInput = z.output<typeof registerSchema>;

export const changePasswordSchema = z
  .object({ currentPassword: passwordSchema, newPassword: newPasswordSchema })
  .refine((input) => input.currentPassword !== input.newPassword, {
    path: ['newPassword'],
    error: '新密码不能与当前密码相同',
  });
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;

/** Of an account that has none yet. */
export const firstPasswordSchema = z.object({ newPassword: newPasswordSchema });
export type FirstPasswordInput = z.output<typeof firstPasswordSchema>;

export const chooseUsernameSchema = z.object({ username: usernameSchema });
export type UsernameInput = z.output<typeof chooseUsernameSchema>;

/** Any text, as at sign-in: which names exist is nobody's business. */
export const askResetSchema = signInSchema.pick({ username: true });

/** Six digits. */
const resetCode = z
  .string('请填写验证码')
  .transform((text) => widthless(text).replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, '验证码是 6 位数字'));

export const resetPasswordSchema = askResetSchema.extend({ code: resetCode, newPassword: newPasswordSchema });
export type ResetPasswordInput = z.output<typeof resetPasswordSchema>;
