import type { Instrumentation } from 'next';

/** Before the first request: a bad variable stops the start instead of the first order. */
export async function register(): Promise<void> {
  // Said this way round, Next leaves what is inside out of its Edge bundle.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkEnvironment } = await import('./lib/check-environment');
    checkEnvironment();
  }
}

/** What a page or a route threw, once, with the digest the person sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logRequestError } = await import('./lib/logger');
    logRequestError(error, request, context);
  }
};
