import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import type { Binding } from '@/lib/data/wechat';

/** Where the messages go. */
export function WhereTo({ bound }: { bound: Binding['bound'] }) {
  return (
    <Card className="grid gap-3">
      <CardTitle className="mb-0">发到哪里</CardTitle>
      {bound ? (
        <p className="text-muted-foreground text-sm">
          发到你绑定的微信{bound.nickname && `「${bound.nickname}」`}。没有关注服务号时微信不会送达。
        </p>
      ) : (
        <p className="text-muted-foreground text-sm">还没有绑定微信。绑定之后，等待中的消息会马上发送。</p>
      )}
      <Button asChild variant={bound ? 'secondary' : 'primary'} className="justify-self-start">
        <Link href="/account/wechat">{bound ? '管理绑定' : '绑定微信'}</Link>
      </Button>
    </Card>
  );
}
