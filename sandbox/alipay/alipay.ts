import { Hono } from 'hono';
import { pageHeaders } from '../page-headers';
import type { Runtime } from '../runtime';
import { billRoutes } from './bills';
import { cashierRoutes } from './cashier';
import type { AlipayConfig } from './config';
import type { AlipayContext } from './context';
import { controlRoutes } from './control';
import { gatewayRoutes } from './gateway';
import { Notifier } from './notifier';
import { CONTENT_SECURITY_POLICY } from './page-shell';
import { openStore } from './store';

const PATHS = ['/gateway.do', '/cashier/*', '/control/alipay/*'];

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
  // Each side sets its headers on its own paths: mounted together, a general rule would reach the other sides' pages.
  for (const path of PATHS) routes.use(path, pageHeaders(CONTENT_SECURITY_POLICY));
  routes.route('/', gatewayRoutes(ctx));
  routes.route('/', cashierRoutes(ctx));
  routes.route('/', billRoutes(ctx));
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
