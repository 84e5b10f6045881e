import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { PendingForm } from '@/lib/data/learning/pending-forms';

/** Paid, but closed: the one thing that is still missing. */
export function PendingForms({ forms }: { forms: readonly PendingForm[] }) {
  return forms.map((form) => (
    <Alert key={form.orderNo} tone="warning" title="还差一步：填写报名表">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>提交后即可学习{form.products.map((name) => `《${name}》`).join('')}。</p>
        <Button asChild size="sm">
          <Link href={`/enrol/${form.orderNo}`}>填写报名表</Link>
        </Button>
      </div>
    </Alert>
  ));
}
