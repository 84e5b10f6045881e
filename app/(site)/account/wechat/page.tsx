import type { Metadata } from 'next';
import Link from 'next/link';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Card, CardTitle } from '@/components/ui/card';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { getProfile } from '@/lib/data/account';
import { type Binding, findBinding } from '@/lib/data/wechat';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { WechatBinding } from '../../_components/wechat-binding';
import { AccountFrame } from '../_components/account-frame';
import { unbind } from './actions';

export const metadata: Metadata = { title: '微信绑定', robots: { index: false } };

export default async function WechatPage() {
  const viewer = await requireViewer('/account/wechat');
  const [binding, { hasPassword }] = await Promise.all([
    findBinding(database(), viewer.id, new Date()),
    getProfile('/account/wechat'),
  ]);
  return (
    <AccountFrame current="/account/wechat" aside={<WhatFor />}>
      {binding.bound ? (
        <BoundCard bound={binding.bound} canUnbind={hasPassword} />
      ) : (
        <section className="grid gap-4">
          <h2 className="font-semibold text-lg">绑定微信</h2>
          <WechatBinding viewer={viewer} binding={binding} from="/account/wechat" />
        </section>
      )}
    </AccountFrame>
  );
}

interface BoundCardProps {
  bound: NonNullable<Binding['bound']>;
  /** Without a password it would be the last way in that goes. */
  canUnbind: boolean;
}

function BoundCard({ bound, canUnbind }: BoundCardProps) {
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <CardTitle className="mb-0">已绑定微信</CardTitle>
        <Badge tone="success">接收消息</Badge>
      </div>
      {!bound.isFollowing && (
        <Alert tone="warning" title="还没有关注服务号">
          没有关注就收不到消息。请在微信里搜索公众号「路飞学城」并关注。
        </Alert>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-muted-foreground">微信昵称</dt>
        <dd className="break-all">{bound.nickname || '未提供'}</dd>
        <dt className="text-muted-foreground">绑定时间</dt>
        <dd className="tabular-nums">{shanghaiMinute(bound.boundAt)}</dd>
      </dl>
      {canUnbind ? (
        <div className="grid justify-items-start gap-2">
          <ConfirmAction
            action={unbind}
            fields={{}}
            trigger="解除绑定"
            title="要解除微信绑定吗？"
            consequence="这个微信不能再登录这个账号。还没发出的消息会取消，之后的消息要等再次绑定才会发送。"
            confirm="解除绑定"
          />
          <p className="text-muted-foreground text-sm">要换一个微信，请先解除绑定，再用新的微信扫码。</p>
        </div>
      ) : (
        <p className="text-muted-foreground">
          这个微信现在是唯一的登录方式。先
          <Link href="/account/security" className="mx-1 font-medium text-link underline underline-offset-4">
            设置登录密码
          </Link>
          ，再解除绑定或更换微信。
        </p>
      )}
    </Card>
  );
}

function WhatFor() {
  return (
    <Card>
      <CardTitle>绑定之后</CardTitle>
      <ul className="grid list-disc gap-2 pl-5 text-muted-foreground text-sm">
        <li>支付成功、报名成功，微信里马上知道</li>
        <li>课程和直播的通知不会错过</li>
        <li>之前没发出的消息，会在绑定后补发</li>
        <li>一个账号绑定一个微信，随时可以解除</li>
      </ul>
    </Card>
  );
}
