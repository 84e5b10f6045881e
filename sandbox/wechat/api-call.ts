import type { Result } from '../result';
import type { ApiError } from './api-error';
import type { WechatContext } from './context';
import type { FaultGroup } from './faults';
import type { QuotaKind } from './quotas';
import type { User } from './state';

/** A call whose method, credential and encoding are in order. */
export interface ApiCall {
  /** A query parameter; '' when it is missing. */
  readonly query: (name: string) => string;
  /** The JSON object of a POST; empty for a GET. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Where the caller reached the sandbox: addresses in answers begin with it. */
  readonly origin: string;
}

/** An answer is the JSON text itself: a 64-bit msgid does not survive JSON.stringify. */
export type ApiAnswer = Result<string, ApiError>;

export interface Endpoint {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Whether `?access_token=` is required and checked. */
  readonly credential: boolean;
  /** /sns answers JSON as text/plain, the rest as application/json. */
  readonly contentType: 'application/json; encoding=utf-8' | 'text/plain';
  /** Which counted faults hit this call: the user's, or without one those set for this path. */
  readonly faults: FaultGroup | null;
  /** What it counts against. */
  readonly quota: QuotaKind | null;
  /** Whom the call is about, for faults and for the log of calls. */
  userOf(ctx: WechatContext, call: ApiCall): User | null;
  answer(ctx: WechatContext, call: ApiCall): ApiAnswer;
}

export const JSON_TYPE = 'application/json; encoding=utf-8';
