import { CheckButton } from '@/components/forms/check-button';
import { CommandForm } from '@/components/forms/command-form';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CartLine } from '@/lib/domain/cart-line';
import { CartRow } from './cart-row';

export function CartLines({ lines }: { lines: readonly CartLine[] }) {
  const valid = lines.filter((line) => line.problem === null);
  const selected = valid.filter((line) => line.isSelected).length;
  const isAll = valid.length > 0 && selected === valid.length;
  const invalid = lines.length - valid.length;
  return (
    <Card className="p-0 sm:p-0">
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b px-2 sm:px-4">
        <CommandForm
          fields={{ intent: 'select-all', isSelected: isAll ? '0' : '1' }}
          className="flex items-center gap-1"
        >
          <CheckButton
            label={`全选，已选 ${selected} 门，共 ${valid.length} 门`}
            checked={selected > 0 && !isAll ? 'mixed' : isAll}
            disabled={valid.length === 0}
          />
          <span aria-hidden>
            全选
            <span className="ml-2 text-muted-foreground text-sm">
              已选 {selected} / {valid.length} 门
            </span>
          </span>
        </CommandForm>
        {invalid > 0 && (
          <CommandForm fields={{ intent: 'clean-up' }}>
            <SubmitButton variant="link" size="sm">
              清理失效课程({invalid})
            </SubmitButton>
          </CommandForm>
        )}
      </div>
      <ul className="divide-y">
        {lines.map((line) => (
          <CartRow key={line.productId} line={line} />
        ))}
      </ul>
    </Card>
  );
}
