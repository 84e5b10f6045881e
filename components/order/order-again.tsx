'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import type { ProductKind } from '@/lib/domain/catalogue';
import { productPath } from '@/lib/domain/learn-paths';
import { describeSaleProblem, type SaleProblem } from '@/lib/domain/sale';

interface OrderAgainProps {
  /** Bound to the order by the server's page. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  lines: readonly {
    readonly productId: number;
    readonly kind: ProductKind;
    readonly slug: string;
    readonly name: string;
    readonly problem: SaleProblem | null;
  }[];
  className?: string;
}

/** 重新下单, with the names of what can no longer be bought as it was. */
export function OrderAgain({ action, lines, className }: OrderAgainProps) {
  const [state, submit] = useActionState(action, IDLE);
  const gone = lines.filter((line) => line.problem !== null);
  const left = lines.length - gone.length;
  return (
    <div className={className}>
      <div className="grid gap-3 text-left">
        {gone.length > 0 && (
          <Alert
            tone="warning"
            title={left > 0 ? '有课程不能按原样再买，重新下单时会略过' : '这些课程不能按原样再买了'}
          >
            <ul>
              {gone.map(({ productId, kind, slug, name, problem }) => (
                <li key={productId}>
                  <Link href={productPath(kind, slug)} className="underline underline-offset-4">
                    {name}
                  </Link>
                  ：{problem && describeSaleProblem(problem)}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <FormMessage state={state} />
        {left > 0 && (
          <form action={submit}>
            <SubmitButton size="lg" className="w-full">
              重新下单{gone.length > 0 && `（${left} 门课程）`}
            </SubmitButton>
          </form>
        )}
      </div>
    </div>
  );
}
