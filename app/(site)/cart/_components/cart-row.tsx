import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Cover } from '@/components/course/cover';
import { CheckButton } from '@/components/forms/check-button';
import { CommandForm } from '@/components/forms/command-form';
import { PolicyForm } from '@/components/settlement/policy-form';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Price } from '@/components/ui/price';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CartLine } from '@/lib/domain/cart-line';
import { productPath } from '@/lib/domain/learn-paths';
import { describeSaleProblem } from '@/lib/domain/sale';

const AREAS = [
  'grid grid-cols-[2.75rem_5.5rem_minmax(0,1fr)] gap-x-2 gap-y-2 py-4 pr-3 pl-1 sm:px-4',
  "[grid-template-areas:'check_cover_name''check_policy_policy''check_price_remove']",
  'sm:grid-cols-[2.75rem_8rem_minmax(0,1fr)_auto_2.75rem] sm:items-center sm:gap-x-4',
  "sm:[grid-template-areas:'check_cover_name_price_remove''check_cover_policy_price_remove']",
].join(' ');

/** Whether another period would make the line buyable again. */
const canChoose = (line: CartLine): boolean =>
  line.policies.length > 0 && (line.problem === null || line.problem === 'policy_withdrawn');

export function CartRow({ line }: { line: CartLine }) {
  const { productId, name, problem } = line;
  return (
    <li className={AREAS}>
      <CommandForm
        fields={{ intent: 'select', productId, isSelected: line.isSelected ? '0' : '1' }}
        className="self-center [grid-area:check]"
      >
        <CheckButton
          label={`选择「${name}」`}
          checked={line.isSelected && problem === null}
          disabled={problem !== null}
        />
      </CommandForm>
      <Link href={productPath(line.kind, line.slug)} tabIndex={-1} aria-hidden className="[grid-area:cover]">
        <Cover
          name={name}
          hue={line.coverHue}
          glyph={line.coverGlyph}
          showTitle={false}
          className={cn('w-full rounded-md', problem && 'opacity-50 grayscale')}
        />
      </Link>
      <CartRowTitle line={line} />
      {canChoose(line) && (
        <div className="[grid-area:policy]">
          <PolicyForm
            fields={{ intent: 'change-policy', productId }}
            productName={name}
            policies={line.policies}
            chosenId={line.policy.id}
          />
        </div>
      )}
      {!problem && <Price fen={line.policy.priceFen} className="self-center [grid-area:price]" />}
      <CommandForm fields={{ intent: 'remove', productId }} className="justify-self-end [grid-area:remove]">
        <SubmitButton variant="ghost" size="icon" aria-label={`移除「${name}」`}>
          <Trash2 aria-hidden className="size-5 text-muted-foreground" />
        </SubmitButton>
      </CommandForm>
    </li>
  );
}

function CartRowTitle({ line }: { line: CartLine }) {
  return (
    <div className="grid min-w-0 content-center gap-1 [grid-area:name]">
      <div className="flex flex-wrap items-center gap-2">
        <Link
          href={productPath(line.kind, line.slug)}
          className={cn('font-medium hover:underline', line.problem && 'text-muted-foreground')}
        >
          {line.name}
        </Link>
        {line.problem && <Badge tone="danger">已失效</Badge>}
      </div>
      {line.problem && <p className="text-danger-ink text-sm">{describeSaleProblem(line.problem)}</p>}
      {line.ownedUntil && !line.problem && (
        <p className="text-primary-ink text-sm">已拥有（至 {line.ownedUntil}），再次购买将延长有效期</p>
      )}
    </div>
  );
}
