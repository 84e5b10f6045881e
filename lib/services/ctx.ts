import type { Db } from '@/db/client';
import type { AccountRole } from '@/lib/domain/account';
import type { AlipayGateway } from '@/lib/gateways/alipay/gateway';

/** Who acts. `system` is a job, a callback from outside or a command. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'account'; readonly id: number; readonly role: AccountRole }
  | { readonly kind: 'system' };

export interface Gateways {
  readonly alipay: AlipayGateway;
}

/** All a service may touch: handed in, so that a test passes its own and an outer transaction passes itself as `db`. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly gateways: Gateways;
}

/** A context whose actor is known to be signed in; services that belong to one account ask for this. */
export interface AccountCtx extends Ctx {
  readonly actor: Extract<Actor, { kind: 'account' }>;
}
