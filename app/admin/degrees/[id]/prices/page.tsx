import type { Metadata } from 'next';
import { PricesPage } from '@/app/admin/_catalogue/prices-page';
import { DegreeFrame } from '@/app/admin/_catalogue/product-frame';
import { findDegree } from '../../_components/find-degree';

export const metadata: Metadata = { title: '学位课价格' };

export default async function DegreePricesPage({ params }: PageProps<'/admin/degrees/[id]/prices'>) {
  const product = await findDegree(params);
  return (
    <DegreeFrame product={product} tab="prices">
      <PricesPage productId={product.id} />
    </DegreeFrame>
  );
}
