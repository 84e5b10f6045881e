import { Check } from 'lucide-react';
import { cn } from './cn';

const STEPS = [
  { id: 'cart', label: '购物车' },
  { id: 'settlement', label: '结算' },
  { id: 'pay', label: '支付' },
  { id: 'enrol', label: '报名' },
] as const;

/** Where one is on the way from the cart to the course. */
export function StepBar({ current }: { current: (typeof STEPS)[number]['id'] }) {
  const at = STEPS.findIndex((step) => step.id === current);
  return (
    <nav aria-label="购买步骤">
      <ol className="flex items-center">
        {STEPS.map((step, index) => (
          <li
            key={step.id}
            aria-current={index === at ? 'step' : undefined}
            className={cn('flex items-center', index > 0 && 'flex-1')}
          >
            {index > 0 && (
              <span aria-hidden className={cn('mx-2 h-0.5 flex-1', index <= at ? 'bg-primary' : 'bg-border')} />
            )}
            <span
              className={cn(
                'flex items-center gap-2 text-muted-foreground text-sm sm:text-base',
                index === at && 'font-semibold text-foreground',
              )}
            >
              <span
                aria-hidden
                className={cn(
                  'flex size-7 shrink-0 items-center justify-center rounded-full font-semibold text-sm tabular-nums',
                  index <= at ? 'bg-primary text-primary-foreground' : 'bg-muted text-muted-foreground',
                )}
              >
                {index < at ? <Check className="size-4" /> : index + 1}
              </span>
              <span className={cn(index !== at && 'max-sm:sr-only')}>{step.label}</span>
              {index < at && <span className="sr-only">（已完成）</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
