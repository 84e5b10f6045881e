'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Without JavaScript the browser's own menu prints the page just as well. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()} className="noscript:hidden">
      <Printer aria-hidden className="size-4" />
      打印或存为 PDF
    </Button>
  );
}
