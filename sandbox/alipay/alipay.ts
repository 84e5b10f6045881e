import { Hono } from 'hono';
import type { Runtime } from '../runtime';
import { cashierRoutes } from './cashier';
import type { AlipayConfig } from './config';
import type { AlipayContext } from './context';
import { controlRoutes } from './control';
import { gatewayRoutes } from './gateway';
import { Notifier } from './notifier';
import { CONTENT_SECURITY_POLICY } from './page-shell';
import { openStore } from './store';

export interface AlipaySandbox {
  readonly routes: Hono;
  /** Stops the timers and lets go of the journal. */
  close(): void;
}

/** A stand-in for the Alipay open platform: gateway, cashier and notifies, kept in `dataDir`. */
export function createAlipay(config: AlipayConfig, runtime: Runtime, dataDir: string): AlipaySandbox {
  const store = openStore(dataDir);
  const notifier = new Notifier(config, runtime, store);
  const ctx: AlipayContext = { config, runtime, store, notifier };
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  routes.route('/', gatewayRoutes(ctx));
  routes.route('/', cashierRoutes(ctx));
  routes.route('/', controlRoutes(ctx));
  notifier.resume();
  return {
    routes,
    close() {
      notifier.stop();
      store.close();
    },
  };
}
