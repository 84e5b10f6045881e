import type { KeyObject } from 'node:crypto';

/** The one app and the one merchant this sandbox serves. */
export interface AlipayConfig {
  readonly appId: string;
  /** The merchant's own account, 2088… */
  readonly sellerId: string;
  readonly merchantPublicKey: KeyObject;
  /** "Alipay's" key: signs answers, notifies and returns. */
  readonly privateKey: KeyObject;
  /** Multiplies the waits of the notify retry schedule, and nothing else. */
  readonly timeScale: number;
}

/** The one buyer. Ids of real buyers are 16 digits that begin with 2088; the logon id is always masked. */
export const BUYER = { id: '2088722003899169', logonId: 'luf***@sandbox.com' } as const;
