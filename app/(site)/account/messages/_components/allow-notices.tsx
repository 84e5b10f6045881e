'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Card, CardTitle } from '@/components/ui/card';
import { toast } from '@/components/ui/toast';
import type { PermitView } from '@/lib/data/topics';
import { isWeChatBrowser } from '@/lib/domain/payment';

/** WeChat draws this itself, out of reach of the page's styles. */
const BUTTON = `<button style="width:100%;min-height:44px;border:0;border-radius:8px;background:#f5a623;color:#0f1b33;font-size:16px">允许接收</button>`;

/** Inside WeChat: the button with which a student allows 订阅通知, one message each time. Anywhere else nothing. */
export function AllowNotices({ permits }: { permits: readonly PermitView[] }) {
  const [isReady, setReady] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const ids = permits.map(({ templateId }) => templateId).join(',');

  useEffect(() => {
    if (ids === '' || !isWeChatBrowser(navigator.userAgent)) return;
    // Without it there is no button: WeChat alone can ask.
    import('@/components/wechat/js-sdk')
      .then(({ readySdk }) => readySdk())
      .then(() => setReady(true))
      .catch(() => {});
  }, [ids]);

  useEffect(() => {
    if (!isReady) return;
    const tag = document.createElement('wx-open-subscribe');
    tag.setAttribute('template', ids);
    const words = document.createElement('script');
    words.type = 'text/wxtag-template';
    words.textContent = BUTTON;
    tag.append(words);
    tag.addEventListener('success', () => {
      void toast.success('微信已记下你的选择');
      router.refresh();
    });
    holder.current?.replaceChildren(tag);
  }, [isReady, ids, router]);

  if (!isReady) return null;
  return (
    <Card className="grid gap-3">
      <CardTitle className="mb-0">订阅通知</CardTitle>
      <p className="text-muted-foreground text-sm">这几种通知，微信要你允许一次才发一条。可以多允许几次。</p>
      <ul className="grid gap-1 text-sm">
        {permits.map(({ templateId, title, left }) => (
          <li key={templateId} className="flex justify-between gap-4">
            {title}
            <span className="text-muted-foreground tabular-nums">还可收 {left} 条</span>
          </li>
        ))}
      </ul>
      <div ref={holder} />
    </Card>
  );
}
