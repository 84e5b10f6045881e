import QRCode from 'qrcode';
import { findQrcode } from '@/lib/data/admin/qrcodes';
import { sceneField } from '@/lib/domain/admin/qrcode-form';

/** Large enough for print, in pixels. */
const SIDE = 1200;
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4, width: SIDE } as const;

/** A channel's code as a picture, PNG unless `format=svg`. The read itself asks for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/wechat/qrcodes/[qrcodeId]/download'>,
): Promise<Response> {
  const scene = sceneField.safeParse((await params).qrcodeId);
  const found = await findQrcode(scene.data ?? '');
  if (!found) return new Response('没有找到', { status: 404 });
  const isSvg = new URL(request.url).searchParams.get('format') === 'svg';
  const picture = isSvg
    ? await QRCode.toString(found.url, { ...OPTIONS, type: 'svg' })
    : new Uint8Array(await QRCode.toBuffer(found.url, OPTIONS));
  const name = `${found.name}.${isSvg ? 'svg' : 'png'}`;
  return new Response(picture, {
    headers: {
      'content-type': isSvg ? 'image/svg+xml; charset=utf-8' : 'image/png',
      'content-disposition': `attachment; filename="qrcode.${isSvg ? 'svg' : 'png'}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}
