import { Card, CardTitle } from '@/components/ui/card';
import type { OwnInvites } from '@/lib/data/invites';
import { ruleWords } from '@/lib/domain/invite-words';

/** What invitations have earned, and the rule in words. */
export function InviteRule({ invites }: { invites: OwnInvites }) {
  const { joined, rewarded, beli, coupons, offer, broughtBy } = invites;
  const rows = [
    ['已加入', `${joined} 人`],
    ['已完成', `${rewarded} 人`],
    ['得到贝里', String(beli)],
    ['得到优惠券', `${coupons} 张`],
  ] as const;
  return (
    <div className="grid gap-6">
      <Card>
        <CardTitle>我的奖励</CardTitle>
        <dl className="grid gap-2">
          {rows.map(([label, value]) => (
            <div key={label} className="flex justify-between gap-3">
              <dt className="text-muted-foreground">{label}</dt>
              <dd className="font-medium tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card>
        <CardTitle>规则</CardTitle>
        <ul className="grid list-disc gap-2 pl-5 text-muted-foreground text-sm">
          <li className="text-foreground">
            {ruleWords(offer) ?? '现在没有邀请奖励；好友加入仍会记在你名下，奖励开放后按当时的规则发放。'}
          </li>
          <li>只有新账号算作受邀，每人只记一位邀请人，记下后不再改变</li>
          <li>全额退款的订单不算；退款处理中的要等有结果</li>
          <li>奖励到账时，双方都会在微信里收到通知</li>
          {broughtBy !== null && <li>你自己是由「{broughtBy}」邀请来的</li>}
        </ul>
      </Card>
    </div>
  );
}
