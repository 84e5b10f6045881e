'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';
import { toasterPlace } from './toast';

/** Where a toast shows what happened elsewhere. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  // By then Sonner below listens: a child's effects run first.
  useEffect(() => toasterPlace.reportMounted(), []);
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="top-center"
      containerAriaLabel="通知"
      toastOptions={{
        classNames: {
          toast: '!rounded-lg !border-border !bg-card !text-card-foreground !shadow-card !font-sans',
          description: '!text-muted-foreground',
          actionButton: '!bg-primary !text-primary-foreground',
        },
      }}
    />
  );
}
