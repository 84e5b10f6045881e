'use client';

import { LoaderCircle } from 'lucide-react';
import { useLinkStatus } from 'next/link';

/** Turns inside the link that was pressed until its page is there; takes its room beforehand, so nothing moves. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <LoaderCircle aria-hidden className={`size-4 ${pending ? 'animate-spin' : 'invisible'} max-lg:hidden`} />;
}
