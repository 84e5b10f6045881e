import type { Runtime } from '../runtime';
import type { AlipayConfig } from './config';
import type { Notifier } from './notifier';
import type { Store } from './store';

/** What every part of the Alipay sandbox works with. */
export interface AlipayContext {
  readonly config: AlipayConfig;
  readonly runtime: Runtime;
  readonly store: Store;
  readonly notifier: Notifier;
}
