/** The looks Dialog and AlertDialog share. */
export const OVERLAY = 'fixed inset-0 z-50 bg-overlay';
export const PANEL = [
  'fixed top-1/2 left-1/2 z-50 grid max-h-[85dvh] w-[calc(100%-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2',
  'gap-4 overflow-y-auto rounded-lg border bg-card p-6 text-card-foreground shadow-card',
].join(' ');
