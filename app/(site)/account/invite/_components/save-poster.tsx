'use client';

import { ImageDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { drawPng } from './draw-png';

interface SavePosterProps {
  /** Where the SVG is. */
  href: string;
  /** In pixels, of the SVG. */
  width: number;
  height: number;
}

/** Saves the poster as a PNG, which the browser draws from the SVG. */
export function SavePoster({ href, width, height }: SavePosterProps) {
  const [isBusy, setIsBusy] = useState(false);
  async function save() {
    setIsBusy(true);
    try {
      const png = await drawPng(href, { width: width * 2, height: height * 2 });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(png);
      link.download = 'luffycity-invite.png';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      void toast.error('这个浏览器画不出图片，请下载 SVG');
    } finally {
      setIsBusy(false);
    }
  }
  return (
    // There from the beginning: put in later, it would push the link beside it away from under a click.
    <Button onClick={() => void save()} disabled={isBusy} className="noscript:hidden">
      <ImageDown aria-hidden className="size-4" />
      保存图片（PNG）
    </Button>
  );
}
