import { z } from 'zod';
import { PROFILE_LIMITS } from './account-limits';

// Controls but the line break, zero-width spaces, and what turns text around. (A joiner stays: emoji are made with it.)
const UNWANTED = /[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const characters = (text: string): number => [...text].length;

const nickname = z
  .string('请填写昵称')
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNWANTED, '').trim())
  .pipe(
    z
      .string()
      .refine((text) => VISIBLE.test(text), { error: '请填写昵称', abort: true })
      .refine((text) => characters(text) <= PROFILE_LIMITS.nickname, '昵称最多 20 个字'),
  );

const bio = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim())
  .refine((text) => characters(text) <= PROFILE_LIMITS.bio, '个人简介最多 200 个字');

/** A nickname out of what someone is called elsewhere. */
export const nicknameFrom = (name: string): string =>
  nickname.safeParse([...name].slice(0, PROFILE_LIMITS.nickname).join('')).data ?? '微信用户';

/** Left empty: no e-mail, null. */
const email = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').trim() || null)
  .pipe(z.email('邮箱格式不正确').max(PROFILE_LIMITS.email, '邮箱过长').nullable());

/** The profile as typed; gives it back tidied. */
export const profileSchema = z.object({ nickname, bio, email });
export type ProfileInput = z.output<typeof profileSchema>;
