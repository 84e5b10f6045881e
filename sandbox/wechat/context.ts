import type { Runtime } from '../runtime';
import type { WechatConfig } from './config';
import type { Pusher } from './pusher';
import type { Store } from './store';

/** What every part of the WeChat sandbox works with. */
export interface WechatContext {
  readonly config: WechatConfig;
  readonly runtime: Runtime;
  readonly store: Store;
  readonly pusher: Pusher;
}
