import { Cover } from '@/components/course/cover';
import { CommandForm } from '@/components/forms/command-form';
import { PolicyForm } from '@/components/settlement/policy-form';
import { cn } from '@/components/ui/cn';
import { Price } from '@/components/ui/price';
import { SubmitButton } from '@/components/ui/submit-button';
import { subtractFen } from '@/lib/domain/money';
import { describeSaleProblem } from '@/lib/domain/sale';
import type { SettlementLineView } from '@/lib/domain/settlement-view';
import { CouponPicker } from './coupon-picker';

export function SettlementLine({ line }: { line: SettlementLineView }) {
  const { productId, name, problem, priced } = line;
  return (
    <li className="grid gap-4 px-4 py-5 sm:px-6">
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-3 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:gap-x-4">
        <Cover
          name={name}
          hue={line.coverHue}
          glyph={line.coverGlyph}
          showTitle={false}
          className={cn('w-full self-start rounded-md', problem && 'opacity-50 grayscale')}
        />
        <div className="grid min-w-0 content-start gap-2">
          <h3 className={cn('font-medium', problem && 'text-muted-foreground')}>{name}</h3>
          {problem && <p className="text-danger-ink text-sm">{describeSaleProblem(problem)}</p>}
          {line.policies.length > 0 && (problem === null || problem === 'policy_withdrawn') && (
            <PolicyForm
              fields={{ intent: 'change-policy', productId }}
              productName={name}
              policies={line.policies}
              chosenId={line.policy.id}
            />
          )}
        </div>
        <div className="col-span-2 flex items-center justify-between gap-2 sm:col-span-1 sm:flex-col sm:items-end">
          {priced ? (
            <Price
              fen={subtractFen(priced.listFen, priced.lineDiscountFen)}
              listFen={priced.listFen}
              className="sm:justify-end"
            />
          ) : (
            <span />
          )}
          <CommandForm fields={{ intent: 'remove-line', productId }}>
            <SubmitButton variant="link" size="sm" aria-label={`把「${name}」移出结算`}>
              移出结算
            </SubmitButton>
          </CommandForm>
        </div>
      </div>
      {problem === null && line.coupons.usable.length + line.coupons.unusable.length > 0 && (
        <div className="grid gap-2">
          <h4 className="font-medium">课程券</h4>
          <CouponPicker
            legend={`课程券，用于「${name}」`}
            fields={{ intent: 'line-coupon', productId }}
            choices={line.coupons}
            emptyText="没有可用的课程券"
          />
        </div>
      )}
    </li>
  );
}
