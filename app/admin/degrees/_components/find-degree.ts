import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/guards';
import { findProduct, type ProductHead } from '@/lib/data/admin/catalogue-product';
import { pathId } from '@/lib/domain/admin/search-path';

/** The degree course of a page's address, for an administrator; otherwise the 404 page. */
export async function findDegree(params: Promise<{ id: string }>): Promise<ProductHead> {
  await requireAdmin();
  const id = pathId((await params).id);
  const degree = id === null ? null : await findProduct('degree_course', id);
  return degree ?? notFound();
}
