'use client';

import { useHydrated } from '@/components/forms/use-hydrated';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import type { ActionState } from '@/lib/action-state';
import { COUPON_KIND_LABELS, COUPON_KINDS, type CouponKind } from '@/lib/domain/coupon-kinds';
import type { DraftProps } from './draft-from';
import { DraftInput } from './draft-input';

const DESCRIPTIONS: Readonly<Record<CouponKind, string>> = {
  fixed: '直接减一个金额',
  threshold: '满一个金额再减',
  percent: '打几折',
};

const MONEY = { inputMode: 'decimal', maxLength: 12 } as const;

interface RuleFieldsProps extends DraftProps {
  state: ActionState;
  products: readonly { readonly slug: string; readonly name: string }[];
}

/** What the coupon takes off, and off what. Without JavaScript the fields of all kinds are there. */
export function RuleFields({ products, ...parts }: RuleFieldsProps) {
  const { draft, change } = parts;
  const isHydrated = useHydrated();
  const has = (...kinds: readonly CouponKind[]) => !isHydrated || kinds.includes(draft.kind);
  return (
    <div className="grid gap-4">
      <RadioCards legend="类型" className="sm:grid-cols-3">
        {COUPON_KINDS.map((kind) => (
          <RadioCard
            key={kind}
            name="kind"
            value={kind}
            checked={draft.kind === kind}
            onChange={() => change({ kind })}
            title={COUPON_KIND_LABELS[kind]}
            description={DESCRIPTIONS[kind]}
          />
        ))}
      </RadioCards>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {has('threshold') && (
          <DraftInput {...parts} name="minimum" label="满（元）" hint="门槛，按课程券之后的价格算" input={MONEY} />
        )}
        {has('fixed', 'threshold') && <DraftInput {...parts} name="value" label="减（元）" input={MONEY} />}
        {has('percent') && (
          <>
            <DraftInput
              {...parts}
              name="rate"
              label="打几折"
              hint="例如 7.9，是付 79%"
              input={{ ...MONEY, maxLength: 3 }}
            />
            <DraftInput {...parts} name="cap" label="最多减（元）" optional hint="不填就不封顶" input={MONEY} />
          </>
        )}
      </div>
      <DraftInput
        {...parts}
        name="product"
        label="适用课程"
        optional
        hint="课程网址的最后一段；填了就只能用在这门课上，不填就用在整个订单上"
        input={{ list: 'coupon-products', maxLength: 64, spellCheck: false }}
      />
      <datalist id="coupon-products">
        {products.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
}
