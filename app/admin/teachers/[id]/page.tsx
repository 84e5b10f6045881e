import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AuditPanel } from '@/app/admin/_catalogue/audit-panel';
import { StatusBadge } from '@/app/admin/_catalogue/status-badge';
import { AdminHeader } from '@/components/admin/admin-header';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { TeacherCard } from '@/components/course/teacher-card';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { findTeacher, type TeacherForm as Teacher } from '@/lib/data/admin/catalogue-school';
import { pathId } from '@/lib/domain/admin/search-path';
import { TeacherForm } from '../_components/teacher-form';
import { changeTeacher, removeTeacher } from '../actions';

export const metadata: Metadata = { title: '老师资料' };

export default async function TeacherPage({ params }: PageProps<'/admin/teachers/[id]'>) {
  await requireAdmin();
  const id = pathId((await params).id);
  const teacher = id === null ? null : await findTeacher(id);
  if (!teacher) notFound();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '讲师', href: '/admin/teachers' }, { label: teacher.name }]} />}
        title={teacher.name}
        actions={<Remove teacher={teacher} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title="资料">
            <TeacherForm
              action={changeTeacher}
              fields={{ id: teacher.id, version: teacher.version }}
              submit="保存老师"
              teacher={teacher}
            />
          </Panel>
          <AuditPanel kind="teacher" id={teacher.id} items={teacher.audit} />
        </div>
        <div className="grid gap-4">
          <Panel title="网站上的样子">
            <TeacherCard teacher={teacher} />
          </Panel>
          <Panel title="授课" flush>
            <Teaches teacher={teacher} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Remove({ teacher: { id, name } }: { teacher: Teacher }) {
  return (
    <ConfirmAction
      action={removeTeacher}
      fields={{ list: 'teacher', parent: '', id }}
      trigger="删除老师"
      title={`删除「${name}」？`}
      consequence="只能删除没有授课的老师。删除后不能恢复。"
      confirm="确认删除"
    />
  );
}

function Teaches({ teacher: { teaches } }: { teacher: Teacher }) {
  if (teaches.length === 0) return <PanelEmpty>还没有授课。在课程的「老师与推荐」里添加。</PanelEmpty>;
  return (
    <ul className="divide-y text-sm">
      {teaches.map(({ id, kind, name, status }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
          <Link
            href={kind === 'course' ? `/admin/courses/${id}/people` : `/admin/degrees/${id}/people`}
            prefetch={false}
            className="text-link hover:underline"
          >
            {name}
          </Link>
          {status !== 'online' && <StatusBadge status={status} />}
        </li>
      ))}
    </ul>
  );
}
