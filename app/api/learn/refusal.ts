/** An answer without content; nobody keeps it, for access may begin at any time. */
export const refusal = (status: 400 | 401 | 403 | 404): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
