import { FileDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { QrCode } from '@/components/wechat/qr-code';
import type { QrcodeRow } from '@/lib/data/admin/qrcodes';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { archiveQrcode, completeQrcode, restoreQrcode } from '../actions';
import { QrcodeCommand } from './qrcode-command';

/** One channel's code: the picture, what it brought, what can be done with it. */
export function QrcodeCard({ qrcode }: { qrcode: QrcodeRow }) {
  const { scene, name, url, scans, follows, archivedAt, createdAt, createdBy } = qrcode;
  return (
    <Card className="grid grid-cols-[6rem_minmax(0,1fr)] gap-4 p-3 sm:p-4">
      {url === '' ? (
        <p className="grid aspect-square place-items-center rounded-md bg-muted p-2 text-center text-muted-foreground text-xs">
          还没有生成
        </p>
      ) : (
        <QrCode text={url} label={`${name}的二维码`} />
      )}
      <div className="grid min-w-0 content-start gap-1">
        <h2 className="break-words font-semibold">{name}</h2>
        <p className="text-sm tabular-nums">
          扫码 {scans} 次，关注 {follows} 人
        </p>
        <p className="text-muted-foreground text-xs tabular-nums">
          {shanghaiDay(createdAt)} {createdBy ?? ''}
        </p>
        <p className="break-all font-mono text-muted-foreground text-xs">{scene}</p>
      </div>
      <div className="col-span-2 flex flex-wrap gap-1">
        {url === '' ? (
          <QrcodeCommand action={completeQrcode} scene={scene} label="重新获取" />
        ) : (
          <>
            <Download scene={scene} format="png" />
            <Download scene={scene} format="svg" />
          </>
        )}
        {archivedAt === null ? (
          <QrcodeCommand action={archiveQrcode} scene={scene} label="归档" />
        ) : (
          <QrcodeCommand action={restoreQrcode} scene={scene} label="恢复" />
        )}
      </div>
    </Card>
  );
}

function Download({ scene, format }: { scene: string; format: 'png' | 'svg' }) {
  return (
    <Button asChild variant="ghost" size="sm">
      <a href={`/admin/wechat/qrcodes/${scene}/download?format=${format}`} download>
        <FileDown aria-hidden className="size-4" />
        {format.toUpperCase()}
      </a>
    </Button>
  );
}
