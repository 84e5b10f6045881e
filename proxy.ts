import { type NextRequest, NextResponse } from 'next/server';
import { sessionCookieName } from './lib/auth/session-cookie';

// A courtesy: someone without a session is asked for one before the page is even begun. What a session may see and do
// is decided in data and services.
export function proxy(request: NextRequest): NextResponse {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || request.cookies.has(sessionCookieName())) return NextResponse.next();
  const target = request.nextUrl.clone();
  target.pathname = '/sign-in';
  target.search = `?callbackUrl=${encodeURIComponent(request.nextUrl.pathname + request.nextUrl.search)}`;
  return NextResponse.redirect(target);
}

export const config = {
  matcher: [
    '/account/:path*',
    '/settlement/:path*',
    '/orders/:path*',
    '/pay/:path*',
    '/enrol/:path*',
    '/admin/:path*',
    '/mentor/:path*',
  ],
};
