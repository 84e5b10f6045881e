import { err } from '../result';
import type { ApiAnswer, ApiCall, Endpoint } from './api-call';
import { apiError, type Errcode } from './api-error';
import type { WechatContext } from './context';
import type { LoggedCall } from './events';
import { type CountedFault, dueFault, NO_FAULTS } from './faults';
import { quotaRefusal } from './quotas';
import type { User } from './state';
import { endTokens } from './tokens';

interface Outcome {
  readonly answer: ApiAnswer;
  readonly delivery: LoggedCall['delivery'];
}

/** The calls a fault refuses, and what becomes of the answers of those it lets through. */
const REFUSES: Partial<Record<CountedFault, Errcode>> = {
  busy: -1,
  dailyQuota: 45009,
  minuteQuota: 45011,
  tokenExpired: 42001,
  oauthBusy: -1,
};
const LOSES: Partial<Record<CountedFault, Outcome['delivery']>> = {
  slow: 'slow',
  timeout: 'late',
  drop: 'dropped',
  oauthTimeout: 'late',
};

/** Runs an admitted call through the faults that are set and the quotas, and notes it down with the user it is about. */
export function carryOut(ctx: WechatContext, endpoint: Endpoint, call: ApiCall): Outcome {
  const user = endpoint.userOf(ctx, call);
  const faults = user === null ? (ctx.store.state.callFaults.get(endpoint.path) ?? NO_FAULTS) : user.faults;
  const fault = endpoint.faults === null ? null : dueFault(faults, endpoint.faults);
  if (fault !== null) useUp(ctx, endpoint, user, fault);
  const answer = answerOf(ctx, endpoint, call, fault);
  const delivery = (fault === null ? undefined : LOSES[fault]) ?? 'answered';
  if (user !== null) {
    const errcode = answer.ok ? 0 : answer.error.errcode;
    const logged = { at: ctx.runtime.now(), path: endpoint.path, errcode, delivery };
    ctx.store.record({ type: 'user.called', userId: user.id, call: logged });
  }
  return { answer, delivery };
}

function answerOf(ctx: WechatContext, endpoint: Endpoint, call: ApiCall, fault: CountedFault | null): ApiAnswer {
  if (fault === 'tokenExpired') endTokens(ctx, 'expired');
  const errcode = fault === null ? undefined : REFUSES[fault];
  if (errcode !== undefined) return err(apiError(errcode));
  const refused = endpoint.quota === null ? null : quotaRefusal(ctx, endpoint.quota);
  return refused === null ? endpoint.answer(ctx, call) : err(refused);
}

function useUp(ctx: WechatContext, { path }: Endpoint, user: User | null, fault: CountedFault): void {
  const at = ctx.runtime.now();
  const current = user === null ? (ctx.store.state.callFaults.get(path) ?? NO_FAULTS) : user.faults;
  const faults = { ...current, [fault]: current[fault] - 1 };
  if (user === null) ctx.store.record({ type: 'calls.faults', at, path, faults });
  else ctx.store.record({ type: 'user.faults', at, userId: user.id, faults });
}
