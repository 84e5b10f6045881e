import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditPanel } from '@/app/admin/_catalogue/audit-panel';
import { DegreeFrame } from '@/app/admin/_catalogue/product-frame';
import { findDegreeFields, productAudit } from '@/lib/data/admin/catalogue-product';
import { DegreeForm } from '../_components/degree-form';
import { findDegree } from '../_components/find-degree';
import { changeDegree } from '../actions';

export const metadata: Metadata = { title: '学位课资料' };

export default async function DegreePage({ params }: PageProps<'/admin/degrees/[id]'>) {
  const product = await findDegree(params);
  const [degree, audit] = await Promise.all([findDegreeFields(product.id), productAudit(product)]);
  if (!degree) notFound();
  return (
    <DegreeFrame product={product} tab="profile">
      <div className="grid gap-4">
        <DegreeForm
          action={changeDegree}
          fields={{ id: product.id, version: degree.version }}
          submit="保存学位课"
          degree={degree}
        />
        <AuditPanel kind="degree_course" id={product.id} items={audit} />
      </div>
    </DegreeFrame>
  );
}
