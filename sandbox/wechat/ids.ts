import { createHash } from 'node:crypto';
import type { Runtime } from '../runtime';

/** `length` random characters of base64url. */
export function randomText(runtime: Runtime, length: number): string {
  return runtime.randomBytes(length).toString('base64url').slice(0, length);
}

/** 28 characters; those of one app begin alike, as the real ones do. */
export function newOpenid(runtime: Runtime, appId: string): string {
  return `o${digest(appId).slice(0, 5)}${randomText(runtime, 22)}`;
}

/** Reserve 512 characters, says the documentation; this is the longest it may be. */
export function newAccessToken(runtime: Runtime): string {
  return `84_${randomText(runtime, 509)}`;
}

export function looksLikeAccessToken(text: string): boolean {
  return /^\d+_[\w-]{64,509}$/.test(text);
}

/** A 64-bit message id beyond 2^53, which a JavaScript number cannot hold. Decimal digits. */
export function newMsgid(runtime: Runtime): string {
  const random = runtime.randomBytes(8).readBigUInt64BE() >> 3n;
  return String(random | (1n << 60n) | 1n);
}

/** The request id at the end of every errmsg. */
export function newRid(runtime: Runtime): string {
  const seconds = Math.floor(runtime.now() / 1000).toString(16);
  const hex = runtime.randomBytes(8).toString('hex');
  return `${seconds.padStart(8, '0')}-${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/** 原始 ID: what the account is called in messages. */
export function accountIdOf(appId: string): string {
  return `gh_${createHash('sha256').update(appId).digest('hex').slice(0, 12)}`;
}

/** 43 characters, the same in every run for one app and title. */
export function templateIdOf(appId: string, title: string): string {
  return digest(`${appId}:${title}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
