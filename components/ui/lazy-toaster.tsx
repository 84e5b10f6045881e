'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { toasterPlace } from './toast';

const Toaster = dynamic(async () => (await import('./toaster')).Toaster, { ssr: false });

/** The toaster, from the first toast on. */
export function LazyToaster() {
  const { subscribe, isWanted, isNeverWanted } = toasterPlace;
  return useSyncExternalStore(subscribe, isWanted, isNeverWanted) ? <Toaster /> : null;
}
