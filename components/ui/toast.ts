'use client';

import type { ExternalToast } from 'sonner';

// The toaster is loaded with the first toast: most visits never see one.

let isWanted = false;
const listeners = new Set<() => void>();
let report: () => void = () => {};
const mounted = new Promise<void>((resolve) => {
  report = resolve;
});

/** For the toaster's place in the page: whether it is to be there, and how it says that it is. */
export const toasterPlace = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isWanted: () => isWanted,
  isNeverWanted: () => false,
  reportMounted: () => report(),
};

async function loaded() {
  isWanted = true;
  for (const listener of listeners) listener();
  await mounted;
  return (await import('sonner')).toast;
}

/** Says what happened, wherever one has scrolled to. */
export const toast = {
  message: async (text: string, options: ExternalToast = {}) => (await loaded())(text, options),
  success: async (text: string) => (await loaded()).success(text),
  error: async (text: string) => (await loaded()).error(text),
};
