import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { OrderQuery } from '@/lib/domain/order-query';

/** A plain GET form: what is searched for stands in the address. */
export function OrderSearch({ query }: { query: OrderQuery }) {
  return (
    <form action="/orders" role="search" aria-label="搜索订单" className="flex w-full gap-2 sm:w-auto">
      {query.status !== 'all' && <input type="hidden" name="status" value={query.status} />}
      <Input
        key={query.q}
        type="search"
        name="q"
        defaultValue={query.q}
        maxLength={50}
        placeholder="订单号或课程名"
        aria-label="搜索订单号或课程名"
        className="min-w-0 flex-1 sm:w-64"
      />
      <Button type="submit" variant="secondary" size="icon" aria-label="搜索">
        <Search aria-hidden className="size-5" />
      </Button>
    </form>
  );
}
