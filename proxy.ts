import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from './lib/auth/request-path';
import { sessionCookieName } from './lib/auth/session-cookie';

// A courtesy: someone without a session is asked for one before the page is even begun. What a session may see and do
// is decided in data and services.
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || request.cookies.has(sessionCookieName())) return passOn(request, path);
  const target = request.nextUrl.clone();
  target.pathname = '/sign-in';
  target.search = `?callbackUrl=${encodeURIComponent(path)}`;
  return NextResponse.redirect(target);
}

function passOn(request: NextRequest, path: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [
    '/account/:path*',
    '/settlement/:path*',
    '/orders/:path*',
    // Not what is below: a phone may come back from the cashier to /pay/…/return in another browser.
    '/pay/:orderNo',
    '/enrol/:path*',
    '/admin/:path*',
    '/mentor/:path*',
  ],
};
