'use client';

import Link from 'next/link';
import { Notice } from '@/components/site/notice';
import { Button } from '@/components/ui/button';

/** A bug, or something behind the site that does not answer. The digest finds it in the log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Notice title="出了点问题">
      <p className="max-w-md text-muted-foreground">
        不是您的操作有误，我们已经记录下来。可以再试一次；订单与付款以「我的订单」为准。
      </p>
      {error.digest && <p className="text-muted-foreground text-sm">错误编号 {error.digest}</p>}
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <Button onClick={reset}>再试一次</Button>
        <Button asChild variant="secondary">
          <Link href="/">回到首页</Link>
        </Button>
      </div>
    </Notice>
  );
}
