import type { Metadata } from 'next';
import Link from 'next/link';
import { DegreeFrame } from '@/app/admin/_catalogue/product-frame';
import { StatusBadge } from '@/app/admin/_catalogue/status-badge';
import { TeachersPanel } from '@/app/admin/_catalogue/teachers-panel';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { listDegreeTeachers, listModules } from '@/lib/data/admin/catalogue-entries';
import { findDegree } from '../../_components/find-degree';

export const metadata: Metadata = { title: '老师与模块' };

export default async function DegreePeoplePage({ params }: PageProps<'/admin/degrees/[id]/people'>) {
  const product = await findDegree(params);
  const teachers = await listDegreeTeachers(product.id);
  return (
    <DegreeFrame product={product} tab="people">
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TeachersPanel list="degree-teacher" productId={product.id} teachers={teachers} />
        <Modules degreeId={product.id} />
      </div>
    </DegreeFrame>
  );
}

async function Modules({ degreeId }: { degreeId: number }) {
  const modules = await listModules(degreeId);
  return (
    <Panel title="模块" flush>
      {modules.length === 0 ? (
        <PanelEmpty>还没有课程是它的模块。</PanelEmpty>
      ) : (
        <ol className="divide-y text-sm">
          {modules.map(({ id, name, status }) => (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
              <Link href={`/admin/courses/${id}`} prefetch={false} className="text-link hover:underline">
                {name}
              </Link>
              {status !== 'online' && <StatusBadge status={status} />}
            </li>
          ))}
        </ol>
      )}
      <p className="border-t px-4 py-3 text-muted-foreground text-sm">
        在课程资料里把类型设为「学位模块」并选择这门学位课，它就成为模块；先后由课程的排序决定。
      </p>
    </Panel>
  );
}
