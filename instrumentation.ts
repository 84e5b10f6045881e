import type { Instrumentation } from 'next';

/** Before the first request: a bad variable stops the start instead of the first order. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env, EnvError } = await import('./lib/env');
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    // Next would log it and answer every request with 500.
    console.error(error.message);
    process.exit(1);
  }
}

/** What a page or a route threw, once, with the digest the person sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('./lib/logger');
  logRequestError(error, request, context);
};
