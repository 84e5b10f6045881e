import { NextResponse } from 'next/server';

// Matches nothing. It is here so that Next does not find the shop's in a folder above.
export function proxy() {
  return NextResponse.next();
}

export const config = { matcher: '/never' };
