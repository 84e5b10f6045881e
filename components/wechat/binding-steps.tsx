import type { ReactNode } from 'react';
import { QrCode } from './qr-code';

interface BindingStepsProps {
  /** What the QR of the official account says; null while there is none. */
  followUrl: string | null;
  /** The binding QR. */
  children: ReactNode;
}

/** The two steps from a student without WeChat to one who hears from the school. */
export function BindingSteps({ followUrl, children }: BindingStepsProps) {
  return (
    <ol className="grid w-full gap-4 text-start md:grid-cols-2">
      <Step
        number={1}
        title="关注服务号"
        hint="微信扫一扫，关注「路飞学城」。没有关注就收不到消息；已经关注过可以跳过。"
      >
        {followUrl ? (
          <QrCode text={followUrl} label="路飞学城服务号的二维码" />
        ) : (
          <p className="py-8 text-center text-muted-foreground">打开微信，搜索公众号「路飞学城」并关注。</p>
        )}
      </Step>
      <Step number={2} title="扫码绑定账号" hint="用同一个微信再扫下面的二维码，在手机上确认绑定。">
        {children}
      </Step>
    </ol>
  );
}

function Step({ number, title, hint, children }: { number: number; title: string; hint: string; children: ReactNode }) {
  return (
    <li className="grid content-start gap-3 rounded-lg border p-4 sm:p-6">
      <h3 className="flex items-center gap-2 font-semibold">
        <span
          aria-hidden
          className="flex size-7 shrink-0 items-center justify-center rounded-full bg-primary text-primary-foreground text-sm tabular-nums"
        >
          {number}
        </span>
        {title}
      </h3>
      <p className="text-muted-foreground text-sm">{hint}</p>
      <div className="grid justify-items-center gap-3">{children}</div>
    </li>
  );
}
