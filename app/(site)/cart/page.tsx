import { ShoppingCart } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { StepBar } from '@/components/ui/step-bar';
import { getCart } from '@/lib/data/cart';
import { CartView } from './_components/cart-view';

export const metadata: Metadata = { title: '购物车', robots: { index: false } };

export default async function CartPage({ searchParams }: PageProps<'/cart'>) {
  const [cart, query] = await Promise.all([getCart(), searchParams]);
  return (
    <div className="container-page pb-12">
      <PageHeader
        title="购物车"
        above={
          <div className="mb-4 max-w-2xl">
            <StepBar current="cart" />
          </div>
        }
      />
      <CartView cart={cart} isBack={query.from === 'sign-in' && !cart.isVisitor}>
        <EmptyState
          icon={ShoppingCart}
          title="购物车还是空的"
          action={
            <Button asChild>
              <Link href="/courses">去选课程</Link>
            </Button>
          }
        >
          看到喜欢的课程，点「加入购物车」，就会出现在这里。
        </EmptyState>
      </CartView>
    </div>
  );
}
