import { Alert } from '@/components/ui/alert';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { findBinding } from '@/lib/data/wechat';
import { WechatBinding } from '../../../_components/wechat-binding';

/** The last step of enrolling: a WeChat to which the school can write. */
export async function BindStep({ viewer, orderNo }: { viewer: Viewer; orderNo: string }) {
  const binding = await findBinding(database(), viewer.id, new Date());
  if (binding.bound) {
    return (
      <Alert tone="success" title="微信已绑定">
        报名和课程通知会发到你的微信{binding.bound.nickname && `「${binding.bound.nickname}」`}。
      </Alert>
    );
  }
  return (
    <section aria-labelledby="bind-wechat" className="grid gap-4">
      <header className="grid gap-1">
        <h2 id="bind-wechat" className="font-semibold text-lg">
          绑定微信，接收课程通知
        </h2>
        <p className="text-muted-foreground text-sm">支付和报名的消息已经为你准备好，绑定后马上发到微信。</p>
      </header>
      <WechatBinding viewer={viewer} binding={binding} from={`/enrol/${orderNo}`} />
    </section>
  );
}
