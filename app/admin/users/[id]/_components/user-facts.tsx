import { type Fact, Facts } from '@/components/admin/facts';
import type { UserForAdmin } from '@/lib/data/admin/user-detail';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

export function UserFacts({ user }: { user: UserForAdmin }) {
  const facts: Fact[] = [
    { label: '用户名', value: user.username },
    { label: '昵称', value: user.nickname },
    { label: '邮箱', value: user.email },
    { label: '注册时间', value: shanghaiMinute(user.createdAt) },
    { label: '已付订单', value: user.paid.orders },
    { label: '累计实付', value: formatYuan(user.paid.cashFen) },
  ];
  const disabled = user.disabledAt && { label: '停用时间', value: shanghaiMinute(user.disabledAt) };
  return <Facts facts={disabled ? [...facts, disabled] : facts} />;
}

export function WechatFacts({ wechat }: { wechat: UserForAdmin['wechat'] }) {
  if (!wechat?.boundAt) return <p className="text-muted-foreground text-sm">没有绑定微信，消息会等到绑定后再发。</p>;
  return (
    <Facts
      facts={[
        { label: '微信昵称', value: wechat.nickname || null },
        { label: '绑定时间', value: shanghaiMinute(wechat.boundAt) },
      ]}
    />
  );
}
