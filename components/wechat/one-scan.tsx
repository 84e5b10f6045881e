import type { ReactNode } from 'react';
import { QrCode } from './qr-code';

/** Follow and bind through one QR. The children are the other way. */
export function OneScan({ url, children }: { url: string; children: ReactNode }) {
  return (
    <div className="grid w-full justify-items-center gap-4">
      <div className="grid gap-1 text-center">
        <h3 className="font-semibold">微信扫一扫，关注并绑定</h3>
        <p className="text-muted-foreground text-sm">关注「路飞学城」后，服务号会发来一条消息，点开并确认即可。</p>
      </div>
      <QrCode text={url} label="关注并绑定的二维码，10 分钟内有效" />
      {children}
    </div>
  );
}
