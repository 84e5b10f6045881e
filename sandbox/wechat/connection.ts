import { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { z } from 'zod';

const bindingsSchema = z.object({ outgoing: z.instanceof(ServerResponse) });

/** Closes the connection without an answer, as a network that fails at the worst moment. */
export function closeConnection(c: Context): void {
  const bindings = bindingsSchema.safeParse(c.env);
  if (!bindings.success) throw new Error('a connection can be closed only behind the Node server');
  bindings.data.outgoing.destroy();
}
