import type { Metadata } from 'next';
import { PricesPage } from '@/app/admin/_catalogue/prices-page';
import { CourseFrame } from '@/app/admin/_catalogue/product-frame';
import { findCourse } from '../../_components/find-course';

export const metadata: Metadata = { title: '课程价格' };

export default async function CoursePricesPage({ params }: PageProps<'/admin/courses/[id]/prices'>) {
  const product = await findCourse(params);
  return (
    <CourseFrame product={product} tab="prices">
      <PricesPage productId={product.id} />
    </CourseFrame>
  );
}
