import Link from 'next/link';
import { Card, CardTitle } from '@/components/ui/card';
import type { EnrolledProduct } from '@/lib/data/enrolment';

/** What the 报名表 is for. */
export function EnrolmentSummary({ orderNo, products }: { orderNo: string; products: readonly EnrolledProduct[] }) {
  return (
    <Card>
      <CardTitle>将要开通</CardTitle>
      <ul className="grid gap-3">
        {products.map((product) => (
          <li key={product.slug} className="grid gap-0.5">
            <span className="font-medium">{product.name}</span>
            <span className="text-muted-foreground text-sm">
              {product.modules.length > 0 && `${product.modules.length} 个模块 · `}有效期至 {product.lastDay}
            </span>
          </li>
        ))}
      </ul>
      <Link
        href={`/orders/${orderNo}`}
        className="mt-4 inline-flex min-h-11 items-center text-link text-sm hover:underline sm:min-h-9"
      >
        查看订单
      </Link>
    </Card>
  );
}
