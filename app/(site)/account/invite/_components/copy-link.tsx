'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';

/** The link, to be selected by hand or copied by the button. */
export function CopyLink({ link }: { link: string }) {
  const isHydrated = useHydrated();
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setIsCopied(true);
      void toast.success('邀请链接已复制');
    } catch {
      void toast.error('浏览器不允许复制，请手动选中复制');
    }
  }
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="flex flex-wrap gap-2">
      <Input
        readOnly
        value={link}
        aria-label="我的邀请链接"
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-56 flex-1"
      />
      {isHydrated && (
        <Button onClick={() => void copy()}>
          <Icon aria-hidden className="size-4" />
          复制链接
        </Button>
      )}
    </div>
  );
}
