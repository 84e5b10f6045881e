'use client';

import { type ReactNode, startTransition, useActionState, useOptimistic } from 'react';
import { CommandsProvider } from '@/components/forms/command-form';
import { Alert } from '@/components/ui/alert';
import type { Cart } from '@/lib/data/cart';
import { previewCommand } from '@/lib/domain/cart-line';
import { readCommand } from '@/lib/domain/cart-preview';
import { changeCart } from '../actions';
import { IDLE_CART } from '../cart-state';
import { CartLines } from './cart-lines';
import { CartNotice } from './cart-notice';
import { CartSummary } from './cart-summary';

interface CartViewProps {
  cart: Cart;
  /** Just back from signing in on the way to the settlement. */
  isBack: boolean;
  /** What to show when the cart is empty. */
  children: ReactNode;
}

/** The cart as it will be once the server has answered: a choice shows at once and goes back if it is refused. */
export function CartView({ cart, isBack, children }: CartViewProps) {
  const [state, action] = useActionState(changeCart, IDLE_CART);
  const [lines, preview] = useOptimistic(cart.lines, previewCommand);

  const submit = (form: FormData) => {
    const command = readCommand(form);
    startTransition(() => {
      if (command) preview(command);
      action(form);
    });
  };

  return (
    <CommandsProvider action={action} submit={submit}>
      <CartNotice state={state} submit={submit} />
      {isBack && lines.length > 0 && (
        <Alert tone="success" title="登录成功" className="mb-4">
          购物车已合并到你的账号，核对后即可去结算。
        </Alert>
      )}
      {lines.length === 0 ? (
        children
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <CartLines lines={lines} />
          <CartSummary
            lines={lines}
            isVisitor={cart.isVisitor}
            coupons={cart.coupons}
            isAnswered={lines === cart.lines}
          />
        </div>
      )}
    </CommandsProvider>
  );
}
