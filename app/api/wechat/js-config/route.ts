import { clientAddress } from '@/lib/auth/client-address';
import { getViewer } from '@/lib/auth/viewer';
import { createCtx } from '@/lib/context';
import { errorStatus } from '@/lib/errors';
import { requestLogOf } from '@/lib/request-log';
import { inviteCodeOf } from '@/lib/services/invite/invite-code';
import { jsConfig } from '@/lib/services/wechat/js-config';
import { wechatScript } from '@/lib/wechat-script';

/** What a page of ours needs inside WeChat: the signature of its address, and the viewer's invitation to share it with. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const url = new URL(request.url).searchParams.get('url') ?? '';
  const ctx = createCtx({ kind: 'visitor' }, requestLogOf(request));
  const config = await jsConfig(ctx, { url, address: clientAddress(request.headers) });
  if (!config.ok) {
    const { code } = config.error;
    return Response.json({ error: code }, { status: errorStatus(code), headers });
  }
  const viewer = await getViewer();
  const inviteCode = viewer && (await inviteCodeOf(ctx, viewer.id));
  return Response.json({ config: config.value, script: wechatScript(), inviteCode }, { headers });
}
