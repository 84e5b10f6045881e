import { err } from '../result';
import type { ApiAnswer, ApiCall, Endpoint } from './api-call';
import { apiError, type Errcode } from './api-error';
import type { WechatContext } from './context';
import type { LoggedCall } from './events';
import { type CountedFault, dueFault } from './faults';
import type { User } from './state';

interface Outcome {
  readonly answer: ApiAnswer;
  readonly delivery: LoggedCall['delivery'];
}

/** The calls a fault refuses, and what becomes of the answers of those it lets through. */
const REFUSES: Partial<Record<CountedFault, Errcode>> = {
  busy: -1,
  dailyQuota: 45009,
  minuteQuota: 45011,
  oauthBusy: -1,
};
const LOSES: Partial<Record<CountedFault, Outcome['delivery']>> = {
  timeout: 'late',
  drop: 'dropped',
  oauthTimeout: 'late',
};

/** Runs an admitted call through the faults of the user it is about, and notes it down with that user. */
export function carryOut(ctx: WechatContext, endpoint: Endpoint, call: ApiCall): Outcome {
  const user = endpoint.userOf(ctx, call);
  if (user === null) return { answer: endpoint.answer(ctx, call), delivery: 'answered' };
  const fault = endpoint.faults === null ? null : dueFault(user.faults, endpoint.faults);
  if (fault !== null) useUp(ctx, user, fault);
  const errcode = fault === null ? undefined : REFUSES[fault];
  const answer = errcode === undefined ? endpoint.answer(ctx, call) : err(apiError(errcode));
  const delivery = (fault === null ? undefined : LOSES[fault]) ?? 'answered';
  const logged = {
    at: ctx.runtime.now(),
    path: endpoint.path,
    errcode: answer.ok ? 0 : answer.error.errcode,
    delivery,
  };
  ctx.store.record({ type: 'user.called', userId: user.id, call: logged });
  return { answer, delivery };
}

function useUp(ctx: WechatContext, user: User, fault: CountedFault): void {
  const faults = { ...user.faults, [fault]: user.faults[fault] - 1 };
  ctx.store.record({ type: 'user.faults', at: ctx.runtime.now(), userId: user.id, faults });
}
