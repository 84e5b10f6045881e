'use client';

import { Notice } from '@/components/site/notice';
import { buttonLook } from '@/components/ui/button-look';

/**
 * A bug, or something behind the site that does not answer. The digest finds it in the log. It travels with every page,
 * twice, so it is made of nothing but elements; its link loads the site anew, which is what helps after a failure.
 */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Notice title="出了点问题">
      <p className="max-w-md text-muted-foreground">
        不是您的操作有误，我们已经记录下来。可以再试一次；订单与付款以「我的订单」为准。
      </p>
      {error.digest && <p className="text-muted-foreground text-sm">错误编号 {error.digest}</p>}
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <button type="button" onClick={reset} className={buttonLook()}>
          再试一次
        </button>
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- loads the site anew: its router may be what failed */}
        <a href="/" className={buttonLook({ variant: 'secondary' })}>
          回到首页
        </a>
      </div>
    </Notice>
  );
}
