import { createDb, type Database } from '@/db/client';
import type { CombinationSolver } from './domain/best-combination';
import { env } from './env';
import { createAlipayGateway } from './gateways/alipay/client';
import { createWechatGateway } from './gateways/wechat/client';
import { fetchJsapiTicket } from './gateways/wechat/jsapi-ticket';
import { createPushChannel, type PushChannel } from './gateways/wechat/push-channel';
import { fetchStableToken } from './gateways/wechat/stable-token';
import { logger } from './logger';
import type { Actor, Ctx, Gateways, Log } from './services/ctx';
import { databaseTokenSource } from './services/wechat/token-source';
import { solveCombination } from './solver/combination-solver';

interface Process {
  db?: Database;
  gateways?: Gateways;
  pushes?: PushChannel;
}

declare global {
  // On globalThis, because the dev server loads modules again at every change.
  var luffyProcess: Process | undefined;
}

globalThis.luffyProcess ??= {};
const shared = globalThis.luffyProcess;

/** This process's one pool. */
export function database(): Database {
  shared.db ??= createDb(env().DATABASE_URL, { max: env().DATABASE_POOL });
  return shared.db;
}

/** Which official account this is: what is kept of WeChat is kept under it. */
export const wechatAppId = (): string => env().WECHAT_APP_ID;

function gateways(): Gateways {
  shared.gateways ??= {
    alipay: createAlipayGateway({
      appId: env().ALIPAY_APP_ID,
      privateKey: env().ALIPAY_PRIVATE_KEY,
      alipayPublicKey: env().ALIPAY_PUBLIC_KEY,
      sellerId: env().ALIPAY_SELLER_ID,
      gateway: env().ALIPAY_GATEWAY,
      siteUrl: env().APP_URL,
    }),
    wechat: wechat(),
  };
  return shared.gateways;
}

function wechat(): Gateways['wechat'] {
  const app = {
    appId: env().WECHAT_APP_ID,
    secret: env().WECHAT_APP_SECRET,
    apiBase: env().WECHAT_API_BASE,
    openBase: env().WECHAT_OPEN_BASE,
    siteUrl: env().APP_URL,
  };
  const tokens = databaseTokenSource(database(), app.appId, (force) => fetchStableToken(app, force));
  const jsapiTickets = databaseTokenSource(database(), app.appId, () => fetchJsapiTicket(app.apiBase, tokens), {
    kind: 'jsapi',
  });
  return createWechatGateway({ ...app, tokens, jsapiTickets, openidKey: env().AUTH_SECRET });
}

/** The address that WeChat pushes to, as this official account's settings know it. */
export function pushChannel(): PushChannel {
  shared.pushes ??= createPushChannel({
    appId: env().WECHAT_APP_ID,
    token: env().WECHAT_TOKEN,
    encodingAesKey: env().WECHAT_ENCODING_AES_KEY,
  });
  return shared.pushes;
}

/** What finds the best choice of coupons: off this thread when it takes long. */
export const solver = (): CombinationSolver => solveCombination;

/** The one place where environment, database and gateways meet. A request passes a log that carries its id. */
export function createCtx<A extends Actor>(actor: A, log: Log = logger()): Ctx & { readonly actor: A } {
  return { db: database(), actor, now: new Date(), gateways: gateways(), solver: solver(), log };
}
