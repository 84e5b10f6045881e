import type { Logger } from 'pino';
import type { Db, Transaction } from '@/db/client';
import type { AccountRole } from '@/lib/domain/account';
import type { CombinationSolver } from '@/lib/domain/best-combination';
import type { AlipayGateway } from '@/lib/gateways/alipay/gateway';
import type { WechatGateway } from '@/lib/gateways/wechat/gateway';

/** Who acts. `system` is a job, a callback from outside or a command. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'account'; readonly id: number; readonly role: AccountRole }
  | { readonly kind: 'system' };

export interface Gateways {
  readonly alipay: AlipayGateway;
  readonly wechat: WechatGateway;
}

/** Ids and codes only: no names, phones, secrets or bodies. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** All a service may touch: handed in, so that a test passes its own and an outer transaction passes itself as `db`. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly gateways: Gateways;
  /** Finds the best choice of coupons, off this thread when it takes long. */
  readonly solver: CombinationSolver;
  readonly log: Log;
}

/** A context whose actor is known to be signed in; services that belong to one account ask for this. */
export interface AccountCtx extends Ctx {
  readonly actor: Extract<Actor, { kind: 'account' }>;
}

/** A context inside an open transaction: what asks for it locks rows, and must not outlive its caller's commit. */
export interface TxCtx extends Ctx {
  readonly db: Transaction;
}
