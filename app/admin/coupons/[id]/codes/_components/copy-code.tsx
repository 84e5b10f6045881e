'use client';

import { Copy } from 'lucide-react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { toast } from '@/components/ui/toast';

/** A code, and a button that copies it. */
export function CopyCode({ code }: { code: string }) {
  const isHydrated = useHydrated();
  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      void toast.success(`已复制 ${code}`);
    } catch {
      void toast.error('浏览器不允许复制，请手动选中复制');
    }
  }
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono">{code}</code>
      {isHydrated && (
        <button
          type="button"
          onClick={() => void copy()}
          aria-label={`复制 ${code}`}
          className="inline-flex size-11 items-center justify-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground sm:size-8"
        >
          <Copy aria-hidden className="size-4" />
        </button>
      )}
    </span>
  );
}
