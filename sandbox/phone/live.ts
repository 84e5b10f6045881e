import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { WechatContext } from '../wechat/context';
import { isSeenBy } from '../wechat/events';
import { withUser } from './with-user';

/** Tells an open phone that something changed; the page then fetches itself. The first word is for what it missed. */
export function liveRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(
    '/phone/:id/events',
    withUser(ctx, (c, user) =>
      streamSSE(c, async (stream) => {
        await stream.writeSSE({ data: 'hello' });
        await new Promise<void>((resolve) => {
          const unsubscribe = ctx.store.subscribe((event) => {
            if (isSeenBy(user.id, event)) void stream.writeSSE({ data: event.type });
          });
          stream.onAbort(() => {
            unsubscribe();
            resolve();
          });
        });
      }),
    ),
  );
  return app;
}
