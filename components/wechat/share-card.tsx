'use client';

import { useEffect } from 'react';
import { isWeChatBrowser } from '@/lib/domain/payment';

interface ShareCardProps {
  readonly title: string;
  readonly description: string;
  /** The page that is shared; null: an invitation, the viewer's own or else that of `code`. */
  readonly path: string | null;
  readonly code?: string;
}

/** How the page looks when it is shared inside WeChat. Anywhere else nothing is loaded. */
export function ShareCard({ title, description, path, code }: ShareCardProps) {
  useEffect(() => {
    if (!isWeChatBrowser(navigator.userAgent)) return;
    // Without it the page is shared as WeChat finds it.
    import('./offer-card').then(({ offerCard }) => offerCard({ title, description, path, code })).catch(() => {});
  }, [title, description, path, code]);
  return null;
}
