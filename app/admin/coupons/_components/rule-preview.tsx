'use client';

import { useId, useState } from 'react';
import { Panel } from '@/components/admin/panel';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Price } from '@/components/ui/price';
import { type CouponDraft, draftRule, parseAmount, previewRule } from '@/lib/domain/admin/coupon-draft';
import { describeRule } from '@/lib/domain/coupon';
import { formatYuan } from '@/lib/domain/money';

/** What the rule as it is typed does to a price, by the functions that price orders. */
export function RulePreview({ draft }: { draft: CouponDraft }) {
  const [example, setExample] = useState('199');
  const id = useId();
  const rule = draftRule(draft);
  return (
    <Panel title="预览">
      <div className="grid gap-4">
        <div className="grid gap-1 rounded-lg border border-dashed bg-primary-soft px-4 py-3 text-primary-ink">
          <p className="font-bold text-lg">{rule ? describeRule(rule) : '优惠还没有填完'}</p>
          <p className="break-words font-medium">{draft.name.trim() || '没有名称'}</p>
          <p className="text-sm">
            {draft.product.trim() === '' ? '全场券：用在整个订单上' : '课程券：只用在所选的课程上'}
          </p>
          <p className="text-sm tabular-nums">{validityWords(draft)}</p>
        </div>
        <div className="grid gap-2">
          <Label htmlFor={id}>例如价格（元）</Label>
          <Input
            id={id}
            value={example}
            onChange={({ target }) => setExample(target.value)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
          />
        </div>
        <p role="status" className="min-h-14 text-sm">
          <Outcome rule={rule} example={example} />
        </p>
      </div>
    </Panel>
  );
}

function Outcome({ rule, example }: { rule: ReturnType<typeof draftRule>; example: string }) {
  const price = parseAmount(example);
  if (rule === null) return '填好优惠之后，这里显示券后价。';
  if (price === null) return '请填写一个价格，例如 199。';
  const outcome = previewRule(rule, price);
  if (!outcome.usable) return `${formatYuan(price)} 的订单用不了：${outcome.reason}。`;
  return (
    <span className="grid gap-1">
      <span>
        减 <span className="font-semibold text-success-ink tabular-nums">{formatYuan(outcome.discountFen)}</span>
        ，券后价
      </span>
      <Price fen={outcome.payFen} listFen={price} size="lg" />
    </span>
  );
}

function validityWords({ validity, validDays, validFrom, validUntil }: CouponDraft): string {
  if (validity === 'days') return validDays.trim() === '' ? '有效期未定' : `领取后 ${validDays.trim()} 天内可用`;
  return validFrom === '' || validUntil === '' ? '有效期未定' : `${validFrom} 至 ${validUntil} 可用`;
}
