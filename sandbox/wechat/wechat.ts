import { Hono } from 'hono';
import { jssdkRoutes } from '../jssdk/jssdk';
import { pageHeaders } from '../page-headers';
import { phoneRoutes } from '../phone/phone';
import type { Runtime } from '../runtime';
import { mpRoutes } from './account-qr';
import { apiRoutes } from './api';
import { MP_BASE, OPEN_BASE, type WechatConfig } from './config';
import type { WechatContext } from './context';
import { controlRoutes } from './control';
import { openRoutes } from './open';
import { OPEN_PAGE_POLICY } from './open-page';
import { Pusher } from './pusher';
import { openStore } from './store';
import { createUser } from './users';

export interface WechatSandbox {
  readonly routes: Hono;
  /** Stops the timers and lets go of the journal. */
  close(): void;
}

/** The people whose phones are there at the first start. */
const FIRST_USERS = ['娜美', '草帽路飞'];

/** A stand-in for WeChat: the service account's API, web OAuth and the virtual phone, kept in `dataDir`. */
export function createWechat(config: WechatConfig, runtime: Runtime, dataDir: string): WechatSandbox {
  const store = openStore(dataDir);
  const pusher = new Pusher(config, runtime, store);
  const ctx: WechatContext = { config, runtime, store, pusher };
  if (store.state.users.size === 0) for (const nickname of FIRST_USERS) createUser(ctx, { nickname, unionid: true });
  const routes = new Hono();
  for (const base of [OPEN_BASE, MP_BASE]) routes.use(`${base}/*`, pageHeaders(OPEN_PAGE_POLICY));
  routes.route('/', apiRoutes(ctx));
  routes.route('/', openRoutes(ctx));
  routes.route('/', mpRoutes(ctx));
  routes.route('/', jssdkRoutes(ctx));
  routes.route('/', phoneRoutes(ctx));
  routes.route('/', controlRoutes(ctx));
  pusher.resume();
  return {
    routes,
    close() {
      pusher.stop();
      store.close();
    },
  };
}
