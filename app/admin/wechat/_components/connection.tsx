import { Facts } from '@/components/admin/facts';
import { Panel } from '@/components/admin/panel';
import { Badge } from '@/components/ui/badge';
import type { QuotaUse, TokenState, WechatOverview } from '@/lib/data/admin/wechat-overview';
import { shanghaiMinute, shanghaiSecond } from '@/lib/domain/shanghai-day';
import { SEND_KIND_LABELS } from '@/lib/domain/wechat/send-kind';

const TOKEN_LABELS = { access: '接口令牌', jsapi: '网页签名' } as const satisfies Record<TokenState['kind'], string>;

const number = new Intl.NumberFormat('zh-CN');

/** What of today's quotas is used. */
export function Quotas({ quotas }: { quotas: readonly QuotaUse[] }) {
  return (
    <Panel title="今天的配额">
      <ul className="grid gap-4 text-sm">
        {quotas.map(({ kind, used, limit, blockedUntil }) => (
          <li key={kind} className="grid gap-1">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span>{SEND_KIND_LABELS[kind]}</span>
              <span className="text-muted-foreground tabular-nums">
                {number.format(used)} / {number.format(limit)}
              </span>
            </p>
            <div aria-hidden className="h-2 overflow-hidden rounded-md bg-muted">
              <div className="h-full bg-primary" style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
            </div>
            {blockedUntil && (
              <p>
                <Badge tone="danger">微信要求暂停到 {shanghaiMinute(blockedUntil)}</Badge>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Whether the shop and WeChat hear each other. */
export function Connection({ lastPushAt, tokens }: Pick<WechatOverview, 'lastPushAt' | 'tokens'>) {
  return (
    <Panel title="连接">
      <Facts
        facts={[
          { label: '最近的推送', value: lastPushAt ? shanghaiSecond(lastPushAt) : '还没有收到过' },
          ...tokens.map((token) => ({ label: TOKEN_LABELS[token.kind], value: tokenWords(token) })),
          ...(tokens.length === 0 ? [{ label: '接口令牌', value: '还没有取过' }] : []),
        ]}
      />
    </Panel>
  );
}

const tokenWords = ({ expiresAt, fetches }: TokenState): string =>
  `${expiresAt ? `有效到 ${shanghaiMinute(expiresAt)}` : '已过期，用时再取'}，一共取过 ${fetches} 次`;
