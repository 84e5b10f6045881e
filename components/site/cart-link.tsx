'use client';

import { ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { useMe } from '@/components/queries/me';
import { Button } from '@/components/ui/button';

/** The way to the cart, with how many lines it holds once that is known. */
export function CartLink() {
  const count = useMe()?.cartCount ?? 0;
  return (
    <Button asChild variant="ghost" size="icon" className="relative">
      <Link href="/cart" prefetch={false} aria-label={count > 0 ? `购物车，${count} 门课程` : '购物车'}>
        <ShoppingCart aria-hidden className="size-5" />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute top-0.5 right-0 min-w-5 rounded-full bg-primary px-1 text-center font-semibold text-primary-foreground text-xs leading-5"
          >
            {count > 99 ? '99+' : count}
          </span>
        )}
      </Link>
    </Button>
  );
}
